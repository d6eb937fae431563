package eu.rempart.alert.duty;

import eu.rempart.alert.queue.QueueLab;
import eu.rempart.db.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** The package without Spring. */
public final class DutyLab {

  public final DutyRoster roster;
  public final Set<UUID> suspended = new HashSet<>();
  final DutyRepository repository;
  private final TestDatabase database;
  private final QueueLab lab;

  public DutyLab(TestDatabase database, QueueLab lab) {
    this.database = database;
    this.lab = lab;
    repository = new DutyRepository(database.app());
    roster =
        new DutyRoster(
            repository,
            member -> !suspended.contains(member),
            member -> !lab.book.usable(member).isEmpty(),
            lab.clock);
  }

  /** Pairs that take weekly turns from now on. */
  public Rotation rotate(Duty... pairs) {
    Rotation made =
        new Rotation(
            UUID.randomUUID(), lab.clock.instant(), ZoneOffset.UTC, 7, Arrays.asList(pairs));
    repository.insert(made, lab.clock.instant(), UUID.randomUUID());
    return made;
  }

  /** A pair or a swap that begins so much from now. */
  public DutyEntry enter(
      DutyEntry.Kind kind, UUID first, UUID second, Duration from, Duration length) {
    Instant begin = lab.clock.instant().plus(from);
    DutyEntry made =
        new DutyEntry(UUID.randomUUID(), kind, first, second, begin, begin.plus(length));
    repository.insert(made, lab.clock.instant(), UUID.randomUUID());
    return made;
  }

  /** Nobody is on duty any more, and nothing was ever said of it. */
  public void forget() {
    database.owner().execute("DELETE FROM alert_rotation");
    database.owner().execute("DELETE FROM alert_duty");
  }
}

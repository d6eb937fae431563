package eu.rempart.alert.duty;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who is on duty, for what acts by the clock: it asks for no right. */
public final class DutyRoster {

  private final DutyRepository repository;
  private final Predicate<UUID> active;
  private final Predicate<UUID> reachable;
  private final InstantSource clock;

  /**
   * @param active whether somebody may sign in and sees operations
   * @param reachable whether somebody has a channel that leads anywhere
   */
  DutyRoster(
      DutyRepository repository,
      Predicate<UUID> active,
      Predicate<UUID> reachable,
      InstantSource clock) {
    this.repository = repository;
    this.active = active;
    this.reachable = reachable;
    this.clock = clock;
  }

  /** Who is on duty now, without those who may not sign in any more. */
  public Duty now() {
    Instant now = clock.instant();
    Duty duty = repository.from(now).at(now);
    return new Duty(ifActive(duty.first()), ifActive(duty.second()));
  }

  private @Nullable UUID ifActive(@Nullable UUID member) {
    return member != null && active.test(member) ? member : null;
  }

  /** From now on; empty if nothing was ever said of duty. */
  public List<Stretch> ahead(Duration length) {
    Instant now = clock.instant();
    return repository.everSaid()
        ? stretches(repository.from(now), now, now.plus(length))
        : List.of();
  }

  List<Stretch> stretches(DutyCalendar calendar, Instant from, Instant to) {
    Map<UUID, Set<DutyFault>> known = new HashMap<>();
    return calendar.parts(from, to).stream()
        .map(part -> new Stretch(part.begin(), part.end(), part.duty(), faults(part.duty(), known)))
        .toList();
  }

  private Set<DutyFault> faults(Duty duty, Map<UUID, Set<DutyFault>> known) {
    Set<DutyFault> faults = EnumSet.noneOf(DutyFault.class);
    if (duty.equals(Duty.NOBODY)) {
      faults.add(DutyFault.NOBODY);
    } else if (!duty.isPair()) {
      faults.add(DutyFault.ALONE);
    }
    duty.members().forEach(member -> faults.addAll(known.computeIfAbsent(member, this::faults)));
    return faults;
  }

  private Set<DutyFault> faults(UUID member) {
    if (!active.test(member)) {
      return EnumSet.of(DutyFault.SUSPENDED);
    }
    return reachable.test(member)
        ? EnumSet.noneOf(DutyFault.class)
        : EnumSet.of(DutyFault.UNREACHABLE);
  }
}

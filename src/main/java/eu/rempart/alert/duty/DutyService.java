package eu.rempart.alert.duty;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Operators;
import eu.rempart.account.Operators.Operator;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.alert.queue.AddressBook;
import eu.rempart.alert.queue.Reach;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import eu.rempart.db.ledger.LedgerQueries;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The calendar of pairs. Whoever sees operations changes it, since swaps are made at night; all of
 * it stands in the ledger.
 */
public class DutyService {

  /** So many entries and rotations are kept that are not over. */
  public static final int MOST = 500;

  private static final Reason CHANGE = new Reason("alert");
  private static final Duration AHEAD = Duration.ofDays(28);

  private final DutyRepository repository;
  private final DutyRoster roster;
  private final AddressBook book;
  private final Operators operators;
  private final LedgerQueries ledger;
  private final Writes writes;
  private final Rights rights;
  private final CurrentMember current;
  private final InstantSource clock;

  DutyService(
      DutyRepository repository,
      DutyRoster roster,
      AddressBook book,
      Operators operators,
      LedgerQueries ledger,
      Writes writes,
      Rights rights,
      CurrentMember current,
      InstantSource clock) {
    this.repository = repository;
    this.roster = roster;
    this.book = book;
    this.operators = operators;
    this.ledger = ledger;
    this.writes = writes;
    this.rights = rights;
    this.current = current;
    this.clock = clock;
  }

  /** The next four weeks, and whether those who are on duty now can be reached. */
  public DutyReport report() {
    rights.require(Right.SEE_OPERATIONS);
    Instant now = clock.instant();
    DutyCalendar calendar = repository.from(now);
    Duty duty = roster.now();
    Map<UUID, List<Reach>> ways = new LinkedHashMap<>();
    duty.members().forEach(member -> ways.put(member, book.ways(member)));
    return new DutyReport(
        now,
        duty,
        roster.ahead(AHEAD),
        calendar.rotations(),
        calendar.entries(),
        ways,
        operators.names());
  }

  /** Who may be entered, in the order they joined. */
  public List<UUID> people() {
    rights.require(Right.SEE_OPERATIONS);
    return operators.all().stream().filter(Operator::active).map(Operator::id).toList();
  }

  /**
   * Has pairs take turns.
   *
   * @throws IllegalArgumentException if one of them may not be on duty, or there are too many
   */
  public void rotate(Rotation rotation) {
    rights.require(Right.SEE_OPERATIONS);
    requirePeople(rotation.pairs().stream().flatMap(Duty::members));
    requireRoom(repository.rotations().size());
    UUID by = current.id();
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("id", rotation.id().toString());
    detail.put("begin", rotation.begin().toString());
    detail.put("days", rotation.days());
    detail.put("pairs", rotation.pairs().toString());
    writes.run(
        CHANGE,
        _ -> {
          repository.insert(rotation, now(), by);
          ledger.append("alert.rotation.made", detail);
        });
  }

  /**
   * Enters a pair for a while, or a swap.
   *
   * @throws IllegalArgumentException if one of them may not be on duty, or there are too many
   */
  public void enter(DutyEntry entry) {
    rights.require(Right.SEE_OPERATIONS);
    requirePeople(
        entry.kind() == DutyEntry.Kind.PAIR
            ? Stream.of(entry.first(), entry.second())
            : Stream.of(entry.second()));
    requireRoom(repository.count(now()));
    UUID by = current.id();
    writes.run(
        CHANGE,
        _ -> {
          repository.insert(entry, now(), by);
          ledger.append(
              "alert.duty.entered",
              Map.of(
                  "id", entry.id().toString(),
                  "kind", entry.kind().name(),
                  "first", entry.first().toString(),
                  "second", entry.second().toString(),
                  "begin", entry.begin().toString(),
                  "end", entry.end().toString()));
        });
  }

  /** Calls off an entry or a rotation; answers whether there was one. */
  public boolean cancel(UUID id) {
    rights.require(Right.SEE_OPERATIONS);
    return writes.inTransaction(
        CHANGE,
        _ -> {
          boolean was = repository.cancel(id, now());
          if (was) {
            ledger.append("alert.duty.cancelled", Map.of("id", id.toString()));
          }
          return was;
        });
  }

  private void requirePeople(Stream<UUID> members) {
    List<UUID> may = people();
    members.forEach(
        member -> {
          if (!may.contains(member)) {
            throw new IllegalArgumentException("%s may not be on duty".formatted(member));
          }
        });
  }

  private static void requireRoom(int there) {
    if (there >= MOST) {
      throw new IllegalArgumentException("%d are entered already".formatted(there));
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}

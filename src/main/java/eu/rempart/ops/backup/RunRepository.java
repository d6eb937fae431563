package eu.rempart.ops.backup;

import static eu.rempart.db.generated.Tables.BACKUP_DESTINATION;
import static eu.rempart.db.generated.Tables.BACKUP_RUN;

import eu.rempart.ops.backup.BackupRun.Fault;
import eu.rempart.ops.backup.BackupRun.State;
import eu.rempart.ops.backup.BackupSchedule.Past;
import eu.rempart.ops.backup.engine.Made;
import eu.rempart.ops.backup.engine.Proof;
import eu.rempart.ops.backup.engine.Technology;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.types.DayToSecond;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code backup_run}: backups, checks and drills that were asked for. */
@Repository
class RunRepository {

  private static final Duration LATELY = Duration.ofDays(40);

  /** By so much clocks of servers may differ. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private static final int LONGEST_SAID = 2_000;

  /** A server that is at something says so each second. */
  private static final Duration SILENT = Duration.ofMinutes(1);

  private final DSLContext dsl;

  RunRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  /**
   * The latest of each kind and outcome, the latest first. What was done by a clock that was ahead
   * is left out: nobody knows when it was, and it would hide what was done before. So is what was
   * asked for before its destination was removed and added again: another disk may be there since.
   */
  List<BackupRun> latest(Instant now) {
    return dsl
        .select()
        .distinctOn(
            BACKUP_RUN.SERVER,
            BACKUP_RUN.DESTINATION,
            BACKUP_RUN.TECHNOLOGY,
            BACKUP_RUN.ACT,
            BACKUP_RUN.STATE)
        .from(BACKUP_RUN)
        .where(BACKUP_RUN.ASKED_AT.gt(offset(now.minus(LATELY))))
        .and(sinceItsDestinationWasAdded())
        .and(
            BACKUP_RUN
                .STATE
                .ne(State.DONE.key())
                .or(BACKUP_RUN.BEGUN_AT.le(offset(now.plus(AHEAD)))))
        .orderBy(
            BACKUP_RUN.SERVER,
            BACKUP_RUN.DESTINATION,
            BACKUP_RUN.TECHNOLOGY,
            BACKUP_RUN.ACT,
            BACKUP_RUN.STATE,
            BACKUP_RUN.ID.desc())
        .fetchInto(BACKUP_RUN)
        .stream()
        .map(BackupRunMapper::run)
        .sorted((one, other) -> Long.compare(other.id(), one.id()))
        .toList();
  }

  private static Condition sinceItsDestinationWasAdded() {
    return DSL.notExists(
        DSL.selectOne()
            .from(BACKUP_DESTINATION)
            .where(BACKUP_DESTINATION.ID.eq(BACKUP_RUN.DESTINATION))
            .and(BACKUP_DESTINATION.ADDED_AT.gt(BACKUP_RUN.ASKED_AT)));
  }

  /**
   * Asks for something, unless it is asked for already.
   *
   * @param by null where nobody asked
   */
  void ask(BackupCell cell, Act act, boolean whole, Instant at, @Nullable UUID by) {
    dsl.insertInto(BACKUP_RUN)
        .set(BACKUP_RUN.SERVER, cell.server())
        .set(BACKUP_RUN.DESTINATION, cell.destination())
        .set(BACKUP_RUN.TECHNOLOGY, cell.technology().key())
        .set(BACKUP_RUN.ACT, act.key())
        .set(BACKUP_RUN.WHOLE, whole)
        .set(BACKUP_RUN.ASKED_AT, offset(at))
        .set(BACKUP_RUN.ASKED_BY, by)
        .onConflictDoNothing()
        .execute();
  }

  /**
   * Takes the one that waits longest, to do it now. While another server is at something by a
   * technology, this one begins nothing by it: both write into the same repositories.
   */
  Optional<BackupRun> begin(String server, Instant at) {
    return dsl.transactionResult(
        each -> {
          // two servers that looked at once would not see each other
          each.dsl().fetch("SELECT pg_advisory_xact_lock(7310626)");
          return begin(each.dsl(), server, at);
        });
  }

  private static Optional<BackupRun> begin(DSLContext dsl, String server, Instant at) {
    var other = BACKUP_RUN.as("other");
    return dsl.update(BACKUP_RUN)
        .set(BACKUP_RUN.STATE, State.RUNNING.key())
        .set(BACKUP_RUN.BEGUN_AT, offset(at))
        .set(BACKUP_RUN.TOLD_AT, DSL.currentOffsetDateTime())
        .where(
            BACKUP_RUN.ID.eq(
                dsl.select(DSL.min(BACKUP_RUN.ID))
                    .from(BACKUP_RUN)
                    .where(BACKUP_RUN.SERVER.eq(server))
                    .and(BACKUP_RUN.STATE.eq(State.WAITING.key()))
                    .andNotExists(
                        dsl.selectOne()
                            .from(other)
                            .where(other.SERVER.ne(server))
                            .and(other.STATE.eq(State.RUNNING.key()))
                            .and(other.TECHNOLOGY.eq(BACKUP_RUN.TECHNOLOGY))
                            .and(
                                other.TOLD_AT.gt(
                                    DSL.currentOffsetDateTime()
                                        .sub(DayToSecond.valueOf(SILENT)))))))
        .and(BACKUP_RUN.STATE.eq(State.WAITING.key()))
        .returning()
        .fetchOptional(BackupRunMapper::run);
  }

  /** Notes that it makes a whole one, though nobody asked for that. */
  void makesWhole(long id) {
    dsl.update(BACKUP_RUN).set(BACKUP_RUN.WHOLE, true).where(BACKUP_RUN.ID.eq(id)).execute();
  }

  /**
   * Whether a whole backup was made at a destination, by any server.
   *
   * @param after the number of a run; 0 for ever since the destination was added
   */
  boolean hasWhole(UUID destination, Technology technology, long after) {
    return dsl.fetchExists(
        dsl.selectOne()
            .from(BACKUP_RUN)
            .where(BACKUP_RUN.DESTINATION.eq(destination))
            .and(BACKUP_RUN.TECHNOLOGY.eq(technology.key()))
            .and(BACKUP_RUN.ACT.eq(Act.MAKE.key()))
            .and(BACKUP_RUN.STATE.eq(State.DONE.key()))
            .and(BACKUP_RUN.WHOLE)
            .and(BACKUP_RUN.ID.gt(after))
            .and(sinceItsDestinationWasAdded()));
  }

  /**
   * Notes how far it is.
   *
   * @return whether somebody wishes it to end
   */
  boolean reached(long id, double part) {
    return dsl.update(BACKUP_RUN)
        .set(BACKUP_RUN.PART, (float) part)
        .set(BACKUP_RUN.TOLD_AT, DSL.currentOffsetDateTime())
        .where(BACKUP_RUN.ID.eq(id))
        .returning(BACKUP_RUN.CANCEL)
        .fetchOptional(BACKUP_RUN.CANCEL)
        .orElse(false);
  }

  /** Notes the label of what is restored, or was made. */
  void made(long id, Made made) {
    dsl.update(BACKUP_RUN)
        .set(BACKUP_RUN.LABEL, made.label())
        .set(BACKUP_RUN.SIZE, made.size())
        .set(BACKUP_RUN.STORED, made.stored())
        .set(BACKUP_RUN.LEFT_OUT, made.left())
        .where(BACKUP_RUN.ID.eq(id))
        .execute();
  }

  void proven(long id, Proof proof) {
    dsl.update(BACKUP_RUN)
        .set(BACKUP_RUN.PROOF, JSONB.valueOf(JsonMapper.shared().writeValueAsString(proof)))
        .where(BACKUP_RUN.ID.eq(id))
        .execute();
  }

  /**
   * Notes that it has ended.
   *
   * @param fault null unless it failed
   */
  void ended(long id, State state, Instant at, @Nullable Fault fault) {
    var update =
        dsl.update(BACKUP_RUN)
            .set(BACKUP_RUN.STATE, state.key())
            .set(BACKUP_RUN.ENDED_AT, offset(at));
    if (state == State.DONE) {
      update = update.set(BACKUP_RUN.PART, 1f);
    }
    if (fault != null) {
      String said = fault.said().replace('\0', ' ');
      update =
          update
              .set(BACKUP_RUN.WHY, fault.why())
              .set(
                  BACKUP_RUN.SAID,
                  said.length() > LONGEST_SAID ? said.substring(0, LONGEST_SAID) : said);
    }
    update.where(BACKUP_RUN.ID.eq(id)).execute();
  }

  /** What a process of this server was at when it ended. */
  void breakOff(String server, Instant at) {
    dsl.update(BACKUP_RUN)
        .set(BACKUP_RUN.STATE, State.BROKEN_OFF.key())
        .set(BACKUP_RUN.ENDED_AT, offset(at))
        .where(BACKUP_RUN.SERVER.eq(server))
        .and(BACKUP_RUN.STATE.eq(State.RUNNING.key()))
        .execute();
  }

  /** Has one end that goes on; one that waits is not begun any more. */
  void cancel(long id, Instant at) {
    int waited =
        dsl.update(BACKUP_RUN)
            .set(BACKUP_RUN.STATE, State.CANCELLED.key())
            .set(BACKUP_RUN.ENDED_AT, offset(at))
            .where(BACKUP_RUN.ID.eq(id))
            .and(BACKUP_RUN.STATE.eq(State.WAITING.key()))
            .execute();
    if (waited == 0) {
      dsl.update(BACKUP_RUN)
          .set(BACKUP_RUN.CANCEL, true)
          .where(BACKUP_RUN.ID.eq(id))
          .and(BACKUP_RUN.STATE.eq(State.RUNNING.key()))
          .execute();
    }
  }

  /**
   * The last good run of a cell, and the failures since a time. Runs that a clock began in the
   * future do not count.
   */
  Past past(BackupCell cell, Act act, Instant since, Instant now) {
    Field<OffsetDateTime> good =
        DSL.max(BACKUP_RUN.BEGUN_AT)
            .filterWhere(
                BACKUP_RUN.STATE.eq(State.DONE.key()).and(BACKUP_RUN.BEGUN_AT.le(offset(now))));
    var lately = BACKUP_RUN.ASKED_AT.ge(offset(since));
    var failed = BACKUP_RUN.STATE.in(State.FAILED.key(), State.BROKEN_OFF.key()).and(lately);
    Field<Integer> failures = DSL.count().filterWhere(failed);
    Field<OffsetDateTime> lastFailed = DSL.max(BACKUP_RUN.ENDED_AT).filterWhere(failed);
    Field<Integer> cancelled =
        DSL.count().filterWhere(BACKUP_RUN.STATE.eq(State.CANCELLED.key()).and(lately));
    Record row =
        dsl.select(good, failures, lastFailed, cancelled)
            .from(BACKUP_RUN)
            .where(BACKUP_RUN.SERVER.eq(cell.server()))
            .and(BACKUP_RUN.DESTINATION.eq(cell.destination()))
            .and(BACKUP_RUN.TECHNOLOGY.eq(cell.technology().key()))
            .and(BACKUP_RUN.ACT.eq(act.key()))
            .and(BACKUP_RUN.ASKED_AT.gt(offset(since.minus(LATELY))))
            .and(BACKUP_RUN.ASKED_AT.le(offset(now)))
            .and(sinceItsDestinationWasAdded())
            .fetchSingle();
    return new Past(
        BackupRunMapper.instant(row.get(good)),
        row.get(failures),
        BackupRunMapper.instant(row.get(lastFailed)),
        row.get(cancelled) > 0);
  }

  private static OffsetDateTime offset(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}

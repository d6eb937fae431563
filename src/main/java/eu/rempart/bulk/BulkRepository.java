package eu.rempart.bulk;

import static eu.rempart.db.generated.Tables.BULK_RUN;

import eu.rempart.db.generated.rempart.Routines;
import eu.rempart.db.generated.rempart.routines.UndoChange;
import eu.rempart.db.generated.tables.records.BulkRunRecord;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Bulk changes in the database. */
@Repository
class BulkRepository {

  private static final int SHOWN = 50;

  private final DSLContext dsl;

  BulkRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  void begin(UUID id, UUID server, UUID member, BulkOrder order, UUID changeId) {
    dsl.insertInto(BULK_RUN)
        .set(BULK_RUN.ID, id)
        .set(BULK_RUN.STARTED_BY, member)
        .set(BULK_RUN.STATE, BulkState.RUNNING.name())
        .set(BULK_RUN.KIND, order.kind())
        .set(BULK_RUN.WHAT, order.what())
        .set(BULK_RUN.FIELD, order.field())
        .set(BULK_RUN.CHANGE_ID, changeId)
        .set(BULK_RUN.SERVER, server)
        .execute();
  }

  /** Ends a change that runs; false if it was told as ended already. */
  boolean end(UUID id, BulkState state, int changed, int leftAlone) {
    return dsl.update(BULK_RUN)
            .set(BULK_RUN.STATE, state.name())
            .set(BULK_RUN.ENDED_AT, now())
            .set(BULK_RUN.CHANGED, changed)
            .set(BULK_RUN.LEFT_ALONE, leftAlone)
            .where(BULK_RUN.ID.eq(id), BULK_RUN.STATE.eq(BulkState.RUNNING.name()))
            .execute()
        == 1;
  }

  /**
   * Waits until no other server is at a change of many records: two that touch the same records in
   * another order would wait for each other. Until the end of the transaction.
   */
  void awaitTurn() {
    dsl.fetch("SELECT pg_advisory_xact_lock(7310612)");
  }

  /**
   * What a process left running was rolled back by the database when it ended.
   *
   * @param there whether a server is there
   */
  int interruptLeft(Predicate<UUID> there) {
    List<UUID> gone =
        dsl
            .selectDistinct(BULK_RUN.SERVER)
            .from(BULK_RUN)
            .where(BULK_RUN.STATE.eq(BulkState.RUNNING.name()))
            .fetch(BULK_RUN.SERVER)
            .stream()
            .filter(there.negate())
            .toList();
    return gone.isEmpty() ? 0 : interrupt(gone);
  }

  private int interrupt(List<UUID> servers) {
    return dsl.update(BULK_RUN)
        .set(BULK_RUN.STATE, BulkState.INTERRUPTED.name())
        .set(BULK_RUN.ENDED_AT, now())
        .where(BULK_RUN.SERVER.in(servers), BULK_RUN.STATE.eq(BulkState.RUNNING.name()))
        .execute();
  }

  /** Marks a done change as undone; false where it isn't done. */
  boolean undone(UUID id, UUID by) {
    return dsl.update(BULK_RUN)
            .set(BULK_RUN.STATE, BulkState.UNDONE.name())
            .set(BULK_RUN.UNDONE_AT, now())
            .set(BULK_RUN.UNDONE_BY, by)
            .where(BULK_RUN.ID.eq(id), BULK_RUN.STATE.eq(BulkState.DONE.name()))
            .execute()
        == 1;
  }

  /** Those of a member, or of all, newest first. */
  List<BulkRun> recent(Optional<UUID> member) {
    return dsl.selectFrom(BULK_RUN)
        .where(member.map(BULK_RUN.STARTED_BY::eq).orElse(org.jooq.impl.DSL.trueCondition()))
        .orderBy(BULK_RUN.STARTED_AT.desc(), BULK_RUN.ID)
        .limit(SHOWN)
        .fetch(BulkRepository::run);
  }

  Optional<BulkRun> find(UUID id) {
    return dsl.selectFrom(BULK_RUN).where(BULK_RUN.ID.eq(id)).fetchOptional(BulkRepository::run);
  }

  /** Takes a change back; see {@code rempart.undo_change}. */
  UndoneBulk takeBack(UUID changeId) {
    UndoChange undone = Routines.undoChange(dsl.configuration(), changeId);
    return new UndoneBulk(undone.getPutBack() + undone.getRestored(), undone.getLeftAlone());
  }

  private static BulkRun run(BulkRunRecord row) {
    return new BulkRun(
        row.getId(),
        row.getStartedBy(),
        row.getStartedAt().toInstant(),
        BulkState.valueOf(row.getState()),
        row.getKind(),
        row.getWhat(),
        row.getField(),
        row.getChangeId(),
        row.getChanged(),
        row.getLeftAlone());
  }

  private static OffsetDateTime now() {
    return Instant.now().atOffset(ZoneOffset.UTC);
  }
}

package eu.rempart.draft;

import static eu.rempart.db.generated.Tables.DRAFT;

import eu.rempart.db.generated.DraftWriter;
import eu.rempart.db.generated.OpenedDraft;
import eu.rempart.db.generated.tables.records.DraftRecord;
import eu.rempart.db.sealed.Sealing;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Drafts in the database; what is typed is sealed. */
@Repository
class DraftRepository {

  /**
   * A draft as it is stored.
   *
   * @param text empty where what is there does not open
   */
  record Row(int version, Optional<String> text, Instant at) {

    @Override
    public String toString() {
      return "Row[hidden]";
    }
  }

  private final DSLContext dsl;
  private final Sealing sealing;

  DraftRepository(DSLContext dsl, Sealing sealing) {
    this.dsl = dsl;
    this.sealing = sealing;
  }

  void put(UUID member, DraftKey key, int version, String text, Instant at) {
    UUID known = dsl.select(DRAFT.ID).from(DRAFT).where(is(member, key)).fetchOne(DRAFT.ID);
    if (known != null) {
      dsl.update(DRAFT)
          .set(writer(known, version, text, at).forUpdate())
          .where(DRAFT.ID.eq(known))
          .execute();
      return;
    }
    dsl.insertInto(DRAFT)
        .set(
            writer(UUID.randomUUID(), version, text, at)
                .memberId(member)
                .kind(key.kind())
                .recordId(key.record())
                .forInsert())
        .onConflictDoNothing() // another tab began at the same moment: its next change goes on
        .execute();
  }

  private DraftWriter writer(UUID id, int version, String text, Instant at) {
    return new DraftWriter(id, sealing)
        .begunVersion(version)
        .typed(text)
        .changedAt(at.atOffset(ZoneOffset.UTC));
  }

  Optional<Row> find(UUID member, DraftKey key) {
    return dsl.selectFrom(DRAFT).where(is(member, key)).fetchOptional(this::row);
  }

  private Row row(DraftRecord row) {
    return new Row(
        row.getBegunVersion(),
        Optional.ofNullable(new OpenedDraft(row, sealing).typed().orNull()),
        row.getChangedAt().toInstant());
  }

  void delete(UUID member, DraftKey key) {
    dsl.deleteFrom(DRAFT).where(is(member, key)).execute();
  }

  int deleteBefore(Instant limit) {
    return dsl.deleteFrom(DRAFT)
        .where(DRAFT.CHANGED_AT.lt(limit.atOffset(ZoneOffset.UTC)))
        .execute();
  }

  private static Condition is(UUID member, DraftKey key) {
    return DRAFT
        .MEMBER_ID
        .eq(member)
        .and(DRAFT.KIND.eq(key.kind()))
        .and(DRAFT.RECORD_ID.isNotDistinctFrom(key.record()));
  }
}

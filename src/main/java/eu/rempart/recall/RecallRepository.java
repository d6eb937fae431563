package eu.rempart.recall;

import static eu.rempart.db.generated.Tables.FAVOURITE;
import static eu.rempart.db.generated.Tables.VISIT;

import eu.rempart.history.RecordRef;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Marks and visits in the database. */
@Repository
class RecallRepository {

  private final DSLContext dsl;

  RecallRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  List<RecordRef> favourites(UUID member, int limit) {
    return dsl.select(FAVOURITE.KIND, FAVOURITE.RECORD_ID)
        .from(FAVOURITE)
        .where(FAVOURITE.MEMBER_ID.eq(member))
        .orderBy(FAVOURITE.MARKED_AT.desc(), FAVOURITE.RECORD_ID)
        .limit(limit)
        .fetch(row -> new RecordRef(row.value1(), row.value2()));
  }

  boolean isFavourite(UUID member, RecordRef ref) {
    return dsl.fetchExists(
        FAVOURITE,
        FAVOURITE
            .MEMBER_ID
            .eq(member)
            .and(FAVOURITE.KIND.eq(ref.kind()))
            .and(FAVOURITE.RECORD_ID.eq(ref.id())));
  }

  void mark(UUID member, RecordRef ref, Instant at) {
    dsl.insertInto(FAVOURITE)
        .set(FAVOURITE.MEMBER_ID, member)
        .set(FAVOURITE.KIND, ref.kind())
        .set(FAVOURITE.RECORD_ID, ref.id())
        .set(FAVOURITE.MARKED_AT, at.atOffset(ZoneOffset.UTC))
        .onConflictDoNothing()
        .execute();
  }

  void unmark(UUID member, RecordRef ref) {
    dsl.deleteFrom(FAVOURITE)
        .where(
            FAVOURITE.MEMBER_ID.eq(member),
            FAVOURITE.KIND.eq(ref.kind()),
            FAVOURITE.RECORD_ID.eq(ref.id()))
        .execute();
  }

  List<RecordRef> visited(UUID member, int limit) {
    return dsl.select(VISIT.KIND, VISIT.RECORD_ID)
        .from(VISIT)
        .where(VISIT.MEMBER_ID.eq(member))
        .orderBy(VISIT.VISITED_AT.desc())
        .limit(limit)
        .fetch(row -> new RecordRef(row.value1(), row.value2()));
  }

  void visit(UUID member, RecordRef ref, Instant at) {
    dsl.insertInto(VISIT)
        .set(VISIT.MEMBER_ID, member)
        .set(VISIT.KIND, ref.kind())
        .set(VISIT.RECORD_ID, ref.id())
        .set(VISIT.VISITED_AT, at.atOffset(ZoneOffset.UTC))
        .onConflict(VISIT.MEMBER_ID, VISIT.KIND, VISIT.RECORD_ID)
        .doUpdate()
        .set(VISIT.VISITED_AT, at.atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** Forgets all visits of a member but the latest ones. */
  void keepLatest(UUID member, int kept) {
    var oldest = VISIT.as("oldest");
    dsl.deleteFrom(VISIT)
        .where(
            VISIT.MEMBER_ID.eq(member),
            VISIT.VISITED_AT.lt(
                DSL.select(oldest.VISITED_AT)
                    .from(oldest)
                    .where(oldest.MEMBER_ID.eq(member))
                    .orderBy(oldest.VISITED_AT.desc())
                    .offset(kept - 1)
                    .limit(1)))
        .execute();
  }
}

package eu.rempart.presence;

import static eu.rempart.db.generated.Tables.DRAFT;
import static eu.rempart.db.generated.Tables.PRESENCE;
import static org.jooq.impl.DSL.currentOffsetDateTime;

import eu.rempart.history.RecordRef;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Pages that are open. */
@Repository
class PresenceRepository {

  private final DSLContext dsl;

  PresenceRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  void enter(UUID page, UUID member, RecordRef record) {
    dsl.insertInto(PRESENCE)
        .set(PRESENCE.PAGE, page)
        .set(PRESENCE.MEMBER_ID, member)
        .set(PRESENCE.KIND, record.kind())
        .set(PRESENCE.RECORD_ID, record.id())
        .execute();
  }

  void leave(Collection<UUID> pages) {
    dsl.deleteFrom(PRESENCE).where(PRESENCE.PAGE.in(pages)).execute();
  }

  void seen(Collection<UUID> pages) {
    dsl.update(PRESENCE)
        .set(PRESENCE.SEEN_AT, currentOffsetDateTime())
        .where(PRESENCE.PAGE.in(pages))
        .execute();
  }

  void forget(Instant notSeenSince) {
    dsl.deleteFrom(PRESENCE)
        .where(PRESENCE.SEEN_AT.lt(notSeenSince.atOffset(ZoneOffset.UTC)))
        .execute();
  }

  /** Those who have it open, but for one; the first who came first. */
  List<Presence> others(RecordRef record, UUID self, Instant drafts) {
    Set<UUID> editing =
        dsl.select(DRAFT.MEMBER_ID)
            .from(DRAFT)
            .where(DRAFT.KIND.eq(record.kind()), DRAFT.RECORD_ID.eq(record.id()))
            .and(DRAFT.CHANGED_AT.gt(drafts.atOffset(ZoneOffset.UTC)))
            .fetchSet(DRAFT.MEMBER_ID);
    Set<UUID> there =
        new LinkedHashSet<>(
            dsl.select(PRESENCE.MEMBER_ID)
                .from(PRESENCE)
                .where(PRESENCE.KIND.eq(record.kind()), PRESENCE.RECORD_ID.eq(record.id()))
                .and(PRESENCE.MEMBER_ID.ne(self))
                .orderBy(PRESENCE.SEEN_AT, PRESENCE.PAGE)
                .fetch(PRESENCE.MEMBER_ID));
    return there.stream().map(member -> new Presence(member, editing.contains(member))).toList();
  }
}

package eu.rempart.activity.feed;

import static eu.rempart.db.generated.Tables.CALENDAR_FEED;
import static eu.rempart.db.generated.Tables.MEMBER;

import eu.rempart.activity.feed.Feed.Tells;
import eu.rempart.db.generated.tables.records.CalendarFeedRecord;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Feeds by their members, and by the hash of their links. */
@Repository
class FeedRepository {

  private final DSLContext dsl;

  FeedRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  Optional<Feed> of(UUID member) {
    return dsl.selectFrom(CALENDAR_FEED)
        .where(CALENDAR_FEED.MEMBER_ID.eq(member))
        .fetchOptional()
        .map(FeedRepository::feed);
  }

  /** Of a member who may sign in. */
  Optional<Feed> by(byte[] hash) {
    return dsl.select(CALENDAR_FEED.asterisk())
        .from(CALENDAR_FEED)
        .join(MEMBER)
        .on(MEMBER.ID.eq(CALENDAR_FEED.MEMBER_ID))
        .where(CALENDAR_FEED.SECRET_HASH.eq(hash), MEMBER.STATE.eq("ACTIVE"))
        .fetchOptionalInto(CALENDAR_FEED)
        .map(FeedRepository::feed);
  }

  private static Feed feed(CalendarFeedRecord row) {
    return new Feed(
        row.getMemberId(),
        Tells.valueOf(row.getTells()),
        row.getLanguage(),
        row.getCreatedAt().toInstant(),
        row.getUsedAt() == null ? null : row.getUsedAt().toInstant());
  }

  /** Makes it, or gives it another link. */
  void put(UUID member, byte[] hash, Tells tells, String language) {
    dsl.insertInto(CALENDAR_FEED)
        .set(CALENDAR_FEED.MEMBER_ID, member)
        .set(CALENDAR_FEED.SECRET_HASH, hash)
        .set(CALENDAR_FEED.TELLS, tells.name())
        .set(CALENDAR_FEED.LANGUAGE, language)
        .onConflict(CALENDAR_FEED.MEMBER_ID)
        .doUpdate()
        .set(CALENDAR_FEED.SECRET_HASH, hash)
        .set(CALENDAR_FEED.TELLS, tells.name())
        .set(CALENDAR_FEED.LANGUAGE, language)
        .setNull(CALENDAR_FEED.USED_AT)
        .execute();
  }

  void tell(UUID member, Tells tells) {
    dsl.update(CALENDAR_FEED)
        .set(CALENDAR_FEED.TELLS, tells.name())
        .where(CALENDAR_FEED.MEMBER_ID.eq(member))
        .execute();
  }

  void used(UUID member, Instant at) {
    dsl.update(CALENDAR_FEED)
        .set(CALENDAR_FEED.USED_AT, at.atOffset(ZoneOffset.UTC))
        .where(CALENDAR_FEED.MEMBER_ID.eq(member))
        .execute();
  }

  boolean delete(UUID member) {
    return dsl.deleteFrom(CALENDAR_FEED).where(CALENDAR_FEED.MEMBER_ID.eq(member)).execute() == 1;
  }
}

package eu.rempart.activity.feed;

import static eu.rempart.db.generated.Tables.CALENDAR_FEED;
import static eu.rempart.db.generated.Tables.MEMBER;

import eu.rempart.account.Role;
import eu.rempart.activity.feed.Feed.Tells;
import eu.rempart.common.Ids;
import eu.rempart.db.generated.CalendarFeedWriter;
import eu.rempart.db.generated.OpenedCalendarFeed;
import eu.rempart.db.generated.tables.records.CalendarFeedRecord;
import eu.rempart.db.sealed.Sealing;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Feeds by their members, and by the hash of their links. */
@Repository
class FeedRepository {

  private final DSLContext dsl;
  private final Sealing sealing;

  FeedRepository(DSLContext dsl, Sealing sealing) {
    this.dsl = dsl;
    this.sealing = sealing;
  }

  /** As its member agreed to it, for which the key is needed. */
  Optional<Feed> of(UUID member) {
    return dsl.selectFrom(CALENDAR_FEED)
        .where(CALENDAR_FEED.MEMBER_ID.eq(member))
        .fetchOptional()
        .map(
            row ->
                feed(row, agrees(row, member, row.getSecretHash()) ? Tells.SUBJECTS : Tells.TIMES));
  }

  /** Of a member who may sign in, and may read records. */
  Optional<Feed> by(byte[] hash) {
    return dsl.select(CALENDAR_FEED.asterisk())
        .from(CALENDAR_FEED)
        .join(MEMBER)
        .on(MEMBER.ID.eq(CALENDAR_FEED.MEMBER_ID))
        .where(
            CALENDAR_FEED.SECRET_HASH.eq(hash),
            MEMBER.STATE.eq("ACTIVE"),
            MEMBER.ROLE.ne(Role.ENGINEER.name()))
        .fetchOptionalInto(CALENDAR_FEED)
        .map(row -> feed(row, Tells.valueOf(row.getTells())));
  }

  /** Whether this member agreed that this link tells subjects; opens what proves it. */
  boolean isAgreed(UUID member, byte[] hash) {
    return dsl.selectFrom(CALENDAR_FEED)
        .where(CALENDAR_FEED.SECRET_HASH.eq(hash))
        .fetchOptional()
        .filter(row -> agrees(row, member, hash))
        .isPresent();
  }

  /** The row's own columns may have been written by anybody since; what it proves may not. */
  private boolean agrees(CalendarFeedRecord row, UUID member, byte[] hash) {
    return new OpenedCalendarFeed(row, sealing)
        .proof()
        .or("")
        .equals(proof(member, Tells.SUBJECTS, hash));
  }

  private static String proof(UUID member, Tells tells, byte[] hash) {
    return member + "/" + tells + "/" + HexFormat.of().formatHex(hash);
  }

  private static Feed feed(CalendarFeedRecord row, Tells tells) {
    return new Feed(
        row.getMemberId(),
        tells,
        row.getLanguage(),
        row.getCreatedAt().toInstant(),
        row.getUsedAt() == null ? null : row.getUsedAt().toInstant());
  }

  /** Makes it in the place of the one before. */
  void put(UUID member, byte[] hash, Tells tells, String language) {
    var _ = delete(member);
    dsl.insertInto(CALENDAR_FEED)
        .set(
            new CalendarFeedWriter(Ids.next(), sealing)
                .memberId(member)
                .secretHash(hash)
                .tells(tells.name())
                .language(language)
                .proof(proof(member, tells, hash))
                .forInsert())
        .execute();
  }

  void tell(UUID member, Tells tells) {
    dsl.selectFrom(CALENDAR_FEED)
        .where(CALENDAR_FEED.MEMBER_ID.eq(member))
        .forUpdate()
        .forEach(
            row ->
                dsl.update(CALENDAR_FEED)
                    .set(
                        new CalendarFeedWriter(row.getId(), sealing)
                            .tells(tells.name())
                            .proof(proof(member, tells, row.getSecretHash()))
                            .forUpdate())
                    .where(CALENDAR_FEED.MEMBER_ID.eq(member))
                    .execute());
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

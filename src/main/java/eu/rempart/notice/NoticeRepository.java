package eu.rempart.notice;

import static eu.rempart.db.generated.Tables.NOTICE;
import static eu.rempart.db.generated.Tables.NOTICE_CHOICE;
import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.noCondition;

import eu.rempart.history.RecordRef;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Notices, and what members chose. */
@Repository
class NoticeRepository {

  private final DSLContext dsl;

  NoticeRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** Newest first. */
  List<Notice> of(UUID member, @Nullable Instant before, int limit) {
    return dsl.selectFrom(NOTICE)
        .where(NOTICE.MEMBER_ID.eq(member))
        .and(before == null ? noCondition() : NOTICE.AT.lt(before.atOffset(ZoneOffset.UTC)))
        .orderBy(NOTICE.AT.desc(), NOTICE.ID.desc())
        .limit(limit)
        .fetch(
            row ->
                new Notice(
                    row.getId(),
                    NoticeKind.valueOf(row.getKind()),
                    new RecordRef(row.getRecordKind(), row.getRecordId()),
                    row.getById(),
                    row.getAt().toInstant(),
                    row.getReadAt() != null));
  }

  /** Counts no further than the cap. */
  int unread(UUID member, int cap) {
    return dsl.fetchCount(
        DSL.select(NOTICE.ID)
            .from(NOTICE)
            .where(NOTICE.MEMBER_ID.eq(member), NOTICE.READ_AT.isNull())
            .limit(cap));
  }

  void insert(NoticeKind kind, RecordRef record, @Nullable UUID by, Collection<UUID> members) {
    members.forEach(
        member ->
            dsl.insertInto(NOTICE)
                .set(NOTICE.MEMBER_ID, member)
                .set(NOTICE.KIND, kind.name())
                .set(NOTICE.RECORD_KIND, record.kind())
                .set(NOTICE.RECORD_ID, record.id())
                .set(NOTICE.BY_ID, by)
                .execute());
  }

  void read(UUID member, @Nullable UUID notice) {
    dsl.update(NOTICE)
        .set(NOTICE.READ_AT, currentOffsetDateTime())
        .where(NOTICE.MEMBER_ID.eq(member), NOTICE.READ_AT.isNull())
        .and(notice == null ? noCondition() : NOTICE.ID.eq(notice))
        .execute();
  }

  Map<UUID, NoticeChoice> choices(Collection<UUID> members) {
    Map<UUID, NoticeChoice> choices = new HashMap<>();
    dsl.selectFrom(NOTICE_CHOICE)
        .where(NOTICE_CHOICE.MEMBER_ID.in(members))
        .forEach(
            row ->
                choices.put(
                    row.getMemberId(),
                    new NoticeChoice(
                        Arrays.stream(row.getUnwanted())
                            .map(NoticeKind::valueOf)
                            .collect(Collectors.toSet()),
                        MailPace.valueOf(row.getMail()))));
    return choices;
  }

  void choose(UUID member, NoticeChoice choice) {
    String[] unwanted = choice.unwanted().stream().map(Enum::name).toArray(String[]::new);
    dsl.insertInto(NOTICE_CHOICE)
        .set(NOTICE_CHOICE.MEMBER_ID, member)
        .set(NOTICE_CHOICE.UNWANTED, unwanted)
        .set(NOTICE_CHOICE.MAIL, choice.mail().name())
        .onConflict(NOTICE_CHOICE.MEMBER_ID)
        .doUpdate()
        .set(NOTICE_CHOICE.UNWANTED, unwanted)
        .set(NOTICE_CHOICE.MAIL, choice.mail().name())
        .execute();
  }

  /** Members with something unread that no letter counted yet, and that is older than this. */
  Set<UUID> waiting(Instant olderThan) {
    return dsl.selectDistinct(NOTICE.MEMBER_ID)
        .from(NOTICE)
        .where(NOTICE.READ_AT.isNull(), NOTICE.MAILED_AT.isNull())
        .and(NOTICE.AT.lt(olderThan.atOffset(ZoneOffset.UTC)))
        .fetchSet(NOTICE.MEMBER_ID);
  }

  /** Holds the member's turn: false where they had a letter since then, on whatever server. */
  boolean beginLetter(UUID member, Instant now, Instant since) {
    dsl.insertInto(NOTICE_CHOICE)
        .set(NOTICE_CHOICE.MEMBER_ID, member)
        .onConflictDoNothing()
        .execute();
    return dsl.update(NOTICE_CHOICE)
            .set(NOTICE_CHOICE.LAST_MAIL, now.atOffset(ZoneOffset.UTC))
            .where(NOTICE_CHOICE.MEMBER_ID.eq(member))
            .and(
                NOTICE_CHOICE
                    .LAST_MAIL
                    .isNull()
                    .or(NOTICE_CHOICE.LAST_MAIL.le(since.atOffset(ZoneOffset.UTC))))
            .execute()
        == 1;
  }

  /** Counts what a letter tells of, which no other letter does. */
  int mailed(UUID member) {
    return dsl.update(NOTICE)
        .set(NOTICE.MAILED_AT, currentOffsetDateTime())
        .where(NOTICE.MEMBER_ID.eq(member))
        .and(NOTICE.READ_AT.isNull())
        .and(NOTICE.MAILED_AT.isNull())
        .execute();
  }

  /** Forgets what is older than this. */
  void forget(Instant olderThan) {
    dsl.deleteFrom(NOTICE).where(NOTICE.AT.lt(olderThan.atOffset(ZoneOffset.UTC))).execute();
  }
}

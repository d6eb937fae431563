package eu.rempart.account.session;

import static eu.rempart.db.generated.Tables.MEMBER;
import static eu.rempart.db.generated.Tables.MEMBER_SESSION;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import eu.rempart.account.MemberState;
import eu.rempart.account.SignedInMember;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.types.DayToSecond;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The table {@code member_session}: the sign-ins of all servers. */
@Repository
class SessionRepository {

  /** The channel on which every server hears of ends; see the migration. */
  static final String CHANNEL = "rempart_session";

  /** Servers say once a minute that they live. */
  private static final Duration SILENT = Duration.ofSeconds(150);

  private final DSLContext dsl;

  SessionRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** A sign-in and the server that holds its key. */
  record Row(LiveSession session, UUID server) {}

  void insert(LiveSession session, UUID server) {
    dsl.insertInto(MEMBER_SESSION)
        .set(MEMBER_SESSION.ID, session.signIn())
        .set(MEMBER_SESSION.MEMBER_ID, session.memberId())
        .set(MEMBER_SESSION.SERVER, server)
        .set(MEMBER_SESSION.DEVICE, session.device())
        .set(MEMBER_SESSION.PLACE, session.place())
        .set(MEMBER_SESSION.BEGUN_AT, at(session.since()))
        .set(MEMBER_SESSION.LAST_USED_AT, at(session.lastUsed()))
        .execute();
  }

  /** Sign-ins that are not ended, of servers that live; the one used last first. */
  List<Row> alive(@Nullable UUID memberId) {
    return dsl.select(
            MEMBER_SESSION.ID,
            MEMBER_SESSION.MEMBER_ID,
            MEMBER_SESSION.DEVICE,
            MEMBER_SESSION.PLACE,
            MEMBER_SESSION.BEGUN_AT,
            MEMBER_SESSION.LAST_USED_AT,
            MEMBER_SESSION.SERVER)
        .from(MEMBER_SESSION)
        .where(MEMBER_SESSION.ENDED_AT.isNull())
        .and(MEMBER_SESSION.SEEN_AT.gt(ago(SILENT)))
        .and(memberId == null ? noCondition() : MEMBER_SESSION.MEMBER_ID.eq(memberId))
        .orderBy(MEMBER_SESSION.LAST_USED_AT.desc(), MEMBER_SESSION.ID)
        .fetch(
            mapping(
                (id, member, device, place, begun, used, server) ->
                    new Row(
                        new LiveSession(
                            id, member, device, place, begun.toInstant(), used.toInstant()),
                        server)));
  }

  /** Whether a member is still what they were; waits for whoever makes something else of them. */
  boolean isStill(SignedInMember member) {
    return dsl.selectOne()
        .from(MEMBER)
        .where(MEMBER.ID.eq(member.memberId()), MEMBER.STATE.eq(MemberState.ACTIVE.name()))
        .and(MEMBER.ROLE.eq(member.role().name()))
        .and(MEMBER.CUSTOM_ROLE_ID.isNotDistinctFrom(member.customRole()))
        .forShare()
        .fetchOptional()
        .isPresent();
  }

  /** Marks one as ended, whoever's it is; without effect if it was. */
  void end(UUID signIn, SessionEnd why) {
    end(MEMBER_SESSION.ID.eq(signIn), why);
  }

  /** Marks one of a member's as ended; without effect if it is not theirs. */
  void endOf(UUID memberId, UUID signIn, SessionEnd why) {
    end(MEMBER_SESSION.ID.eq(signIn).and(MEMBER_SESSION.MEMBER_ID.eq(memberId)), why);
  }

  /** Marks all of a member's as ended, except one. */
  void endAllOf(UUID memberId, SessionEnd why, @Nullable UUID except) {
    var others = except == null ? noCondition() : MEMBER_SESSION.ID.ne(except);
    end(MEMBER_SESSION.MEMBER_ID.eq(memberId).and(others), why);
  }

  void endAll(SessionEnd why) {
    end(noCondition(), why);
  }

  private void end(Condition which, SessionEnd why) {
    dsl.update(MEMBER_SESSION)
        .set(MEMBER_SESSION.ENDED_AT, currentOffsetDateTime())
        .set(MEMBER_SESSION.ENDED_FOR, why.name())
        .where(MEMBER_SESSION.ENDED_AT.isNull())
        .and(which)
        .execute();
  }

  /** Says that these live, and when each was used last. */
  void seen(Collection<LiveSession> sessions) {
    dsl.batch(
            sessions.stream()
                .map(
                    session ->
                        dsl.update(MEMBER_SESSION)
                            .set(MEMBER_SESSION.SEEN_AT, currentOffsetDateTime())
                            .set(MEMBER_SESSION.LAST_USED_AT, at(session.lastUsed()))
                            .where(MEMBER_SESSION.ID.eq(session.signIn()))
                            .and(MEMBER_SESSION.ENDED_AT.isNull()))
                .toList())
        .execute();
  }

  /** Those of these that are ended, and why. */
  Map<UUID, SessionEnd> ended(Collection<UUID> signIns) {
    return dsl.select(MEMBER_SESSION.ID, MEMBER_SESSION.ENDED_FOR)
        .from(MEMBER_SESSION)
        .where(MEMBER_SESSION.ID.in(signIns))
        .and(MEMBER_SESSION.ENDED_FOR.isNotNull())
        .fetchMap(row -> row.value1(), row -> SessionEnd.of(row.value2()));
  }

  /** Drops what ended a while ago, or whose server has been silent for that long. */
  void forget(Duration after) {
    dsl.deleteFrom(MEMBER_SESSION)
        .where(MEMBER_SESSION.ENDED_AT.lt(ago(after)).or(MEMBER_SESSION.SEEN_AT.lt(ago(after))))
        .execute();
  }

  /** Tells the other servers something at the commit of the running transaction. */
  void tell(String notice) {
    dsl.execute("SELECT pg_notify({0}, {1})", val(CHANNEL), val(notice));
  }

  private static org.jooq.Field<OffsetDateTime> ago(Duration time) {
    return currentOffsetDateTime().minus(DayToSecond.valueOf(time));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}

package eu.rempart.mail;

import static eu.rempart.db.generated.Tables.MAIL;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.select;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.types.DayToSecond;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code mail}. */
class OrderRepository {

  private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};
  private static final Condition WAITING = MAIL.SENT_AT.isNull().and(MAIL.GIVEN_UP_AT.isNull());

  private final DSLContext dsl;

  OrderRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  void insert(UUID id, UUID memberId, String kind, Map<String, String> facts) {
    dsl.insertInto(MAIL)
        .set(MAIL.ID, id)
        .set(MAIL.MEMBER_ID, memberId)
        .set(MAIL.KIND, kind)
        .set(MAIL.FACTS, JSONB.valueOf(JsonMapper.shared().writeValueAsString(facts)))
        .execute();
  }

  /**
   * Takes one that is due, and puts its next try off before this one begins: whatever happens to
   * this process, nobody else tries it meanwhile, and somebody does after.
   */
  Optional<Order> take() {
    var due =
        select(MAIL.ID)
            .from(MAIL)
            .where(WAITING)
            .and(MAIL.DUE_AT.le(currentOffsetDateTime()))
            .orderBy(MAIL.DUE_AT, MAIL.ID)
            .limit(1)
            .forUpdate()
            .skipLocked();
    // 2, 4, 8 … minutes, an hour at most
    var pause = "least(interval '1 hour', interval '1 minute' * power(2, least({0} + 1, 6)))";
    return dsl.update(MAIL)
        .set(MAIL.ATTEMPTS, MAIL.ATTEMPTS.plus(1))
        .set(
            MAIL.DUE_AT,
            org.jooq.impl.DSL.field("now() + " + pause, OffsetDateTime.class, MAIL.ATTEMPTS))
        .where(MAIL.ID.eq(due))
        .returningResult(
            MAIL.ID, MAIL.MEMBER_ID, MAIL.KIND, MAIL.FACTS, MAIL.CREATED_AT, MAIL.ATTEMPTS)
        .fetchOptional(
            mapping(
                (id, member, kind, facts, created, attempts) ->
                    new Order(
                        id,
                        member,
                        kind,
                        JsonMapper.shared().readValue(facts.data(), FACTS),
                        created.toInstant(),
                        attempts)));
  }

  /** That was no try: the key was missing. */
  void putBack(UUID id, Duration pause) {
    dsl.update(MAIL)
        .set(MAIL.ATTEMPTS, MAIL.ATTEMPTS.minus(1))
        .set(MAIL.DUE_AT, currentOffsetDateTime().plus(DayToSecond.valueOf(pause)))
        .where(MAIL.ID.eq(id))
        .execute();
  }

  void sent(UUID id) {
    dsl.update(MAIL)
        .set(MAIL.SENT_AT, currentOffsetDateTime())
        .setNull(MAIL.FAULT)
        .setNull(MAIL.REPLY)
        .where(MAIL.ID.eq(id))
        .execute();
  }

  void failed(UUID id, MailFault fault, @Nullable Integer reply) {
    dsl.update(MAIL)
        .set(MAIL.FAULT, fault.name())
        .set(MAIL.REPLY, reply)
        .set(MAIL.FAILED_AT, currentOffsetDateTime())
        .where(MAIL.ID.eq(id))
        .execute();
  }

  /** Whether it was this call that gave it up. */
  boolean giveUp(UUID id) {
    return dsl.update(MAIL)
            .set(MAIL.GIVEN_UP_AT, currentOffsetDateTime())
            .where(MAIL.ID.eq(id))
            .and(WAITING)
            .execute()
        == 1;
  }

  MailStatus status(boolean enabled) {
    int waiting = number(WAITING);
    int givenUp = number(MAIL.GIVEN_UP_AT.isNotNull());
    return dsl.select(MAIL.FAULT, MAIL.REPLY, MAIL.FAILED_AT)
        .from(MAIL)
        .where(MAIL.FAULT.isNotNull())
        .orderBy(MAIL.FAILED_AT.desc())
        .limit(1)
        .fetchOptional(
            mapping(
                (fault, reply, at) ->
                    new MailStatus(
                        enabled, waiting, givenUp, MailFault.valueOf(fault), reply, instant(at))))
        .orElseGet(() -> new MailStatus(enabled, waiting, givenUp, null, null, null));
  }

  private int number(Condition which) {
    Integer found = dsl.select(count()).from(MAIL).where(which).fetchOne(0, Integer.class);
    return found == null ? 0 : found;
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  /** Drops what was sent or given up longer ago than this. */
  void forget(Duration sent, Duration givenUp) {
    dsl.deleteFrom(MAIL)
        .where(MAIL.SENT_AT.lt(ago(sent)))
        .or(MAIL.GIVEN_UP_AT.lt(ago(givenUp)))
        .execute();
  }

  private static Field<OffsetDateTime> ago(Duration time) {
    return currentOffsetDateTime().minus(DayToSecond.valueOf(time));
  }
}

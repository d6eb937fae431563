package eu.rempart.email;

import static eu.rempart.db.generated.Tables.EMAIL_DISPATCH;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.types.DayToSecond;
import org.springframework.stereotype.Repository;

/** The table {@code email_dispatch}: ids and times alone. */
@Repository
class DispatchRepository {

  private final DSLContext dsl;

  DispatchRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** Queues a mail; one that waits already is due at once. */
  void insert(UUID mailId, UUID memberId) {
    dsl.insertInto(EMAIL_DISPATCH)
        .set(EMAIL_DISPATCH.MAIL_ID, mailId)
        .set(EMAIL_DISPATCH.MEMBER_ID, memberId)
        .onConflict(EMAIL_DISPATCH.MAIL_ID)
        .doUpdate()
        .set(EMAIL_DISPATCH.DUE_AT, currentOffsetDateTime())
        .execute();
  }

  /**
   * Takes one that is due, and puts its next try off before this one begins: whatever happens to
   * this process, nobody else tries it meanwhile, and somebody does after.
   */
  Optional<Dispatch> take() {
    var due =
        select(EMAIL_DISPATCH.MAIL_ID)
            .from(EMAIL_DISPATCH)
            .where(EMAIL_DISPATCH.DUE_AT.le(currentOffsetDateTime()))
            .orderBy(EMAIL_DISPATCH.DUE_AT, EMAIL_DISPATCH.MAIL_ID)
            .limit(1)
            .forUpdate()
            .skipLocked();
    // 2, 4, 8 … minutes, an hour at most
    var pause = "least(interval '1 hour', interval '1 minute' * power(2, least({0} + 1, 6)))";
    return dsl.update(EMAIL_DISPATCH)
        .set(EMAIL_DISPATCH.ATTEMPTS, EMAIL_DISPATCH.ATTEMPTS.plus(1))
        .set(
            EMAIL_DISPATCH.DUE_AT,
            field("now() + " + pause, OffsetDateTime.class, EMAIL_DISPATCH.ATTEMPTS))
        .where(EMAIL_DISPATCH.MAIL_ID.eq(due))
        .returningResult(
            EMAIL_DISPATCH.MAIL_ID, EMAIL_DISPATCH.MEMBER_ID, EMAIL_DISPATCH.CREATED_AT)
        .fetchOptional(
            mapping((mail, member, created) -> new Dispatch(mail, member, created.toInstant())));
  }

  /** That was no try: the key was missing. */
  void putBack(UUID mailId, Duration pause) {
    dsl.update(EMAIL_DISPATCH)
        .set(EMAIL_DISPATCH.ATTEMPTS, EMAIL_DISPATCH.ATTEMPTS.minus(1))
        .set(EMAIL_DISPATCH.DUE_AT, currentOffsetDateTime().plus(DayToSecond.valueOf(pause)))
        .where(EMAIL_DISPATCH.MAIL_ID.eq(mailId))
        .execute();
  }

  void delete(UUID mailId) {
    dsl.deleteFrom(EMAIL_DISPATCH).where(EMAIL_DISPATCH.MAIL_ID.eq(mailId)).execute();
  }
}

package eu.rempart.email.mailbox;

import static eu.rempart.db.generated.Tables.MAILBOX;
import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import eu.rempart.db.generated.MailboxWriter;
import eu.rempart.db.generated.OpenedMailbox;
import eu.rempart.db.generated.tables.records.MailboxRecord;
import eu.rempart.db.sealed.Sealing;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Mailboxes in the database; each is reached by its member alone. */
@Repository
class MailboxRepository {

  private final DSLContext dsl;
  private final Sealing sealing;

  MailboxRepository(DSLContext dsl, Sealing sealing) {
    this.dsl = dsl;
    this.sealing = sealing;
  }

  List<Mailbox> of(UUID member) {
    return dsl.selectFrom(MAILBOX)
        .where(MAILBOX.MEMBER_ID.eq(member))
        .orderBy(MAILBOX.CREATED_AT, MAILBOX.ID)
        .fetch(this::mailbox);
  }

  Optional<Mailbox> find(MailboxId id, UUID member) {
    return dsl.selectFrom(MAILBOX)
        .where(MAILBOX.ID.eq(id.value()), MAILBOX.MEMBER_ID.eq(member))
        .fetchOptional(this::mailbox);
  }

  /** Needs no key. */
  List<MailboxId> ids(UUID member) {
    return dsl.select(MAILBOX.ID)
        .from(MAILBOX)
        .where(MAILBOX.MEMBER_ID.eq(member))
        .orderBy(MAILBOX.CREATED_AT, MAILBOX.ID)
        .fetch(row -> new MailboxId(row.value1()));
  }

  /** With passwords: for whoever connects. */
  List<MailboxCursor> cursors(UUID member) {
    return dsl.selectFrom(MAILBOX)
        .where(MAILBOX.MEMBER_ID.eq(member))
        .orderBy(MAILBOX.CREATED_AT, MAILBOX.ID)
        .fetch(
            row ->
                new MailboxCursor(
                    new MailboxId(row.getId()),
                    data(row, new OpenedMailbox(row, sealing).password().or("")),
                    row.getUidValidity(),
                    row.getLastUid(),
                    row.getSince().toInstant()));
  }

  private Mailbox mailbox(MailboxRecord row) {
    return new Mailbox(
        new MailboxId(row.getId()),
        data(row, ""),
        row.getFiled(),
        row.getUnread(),
        row.getCheckedAt() == null ? null : row.getCheckedAt().toInstant(),
        row.getFault() == null ? null : MailboxFault.valueOf(row.getFault()),
        new OpenedMailbox(row, sealing).said().orNull());
  }

  private MailboxData data(MailboxRecord row, String password) {
    OpenedMailbox opened = new OpenedMailbox(row, sealing);
    return new MailboxData(
        opened.host().or(""),
        Integer.parseInt(opened.port().or("993")),
        MailboxTls.valueOf(row.getTls()),
        opened.username().or(""),
        password,
        opened.folder().or(""),
        opened.address().or(""));
  }

  void insert(MailboxId id, UUID member, MailboxData data, Instant since) {
    dsl.insertInto(MAILBOX)
        .set(
            writer(id, data)
                .memberId(member)
                .password(data.password())
                .since(since.atOffset(ZoneOffset.UTC))
                .forInsert())
        .execute();
  }

  /** An empty password leaves the one that is kept. */
  void update(MailboxId id, MailboxData data) {
    MailboxWriter writer = writer(id, data);
    if (!data.password().isEmpty()) {
      writer.password(data.password());
    }
    dsl.update(MAILBOX).set(writer.forUpdate()).where(MAILBOX.ID.eq(id.value())).execute();
  }

  /** Another folder or server: its mails are looked at from the begin, and none filed twice. */
  void rewind(MailboxId id) {
    dsl.update(MAILBOX)
        .setNull(MAILBOX.UID_VALIDITY)
        .setNull(MAILBOX.BEGUN_UID)
        .set(MAILBOX.LAST_UID, 0L)
        .where(MAILBOX.ID.eq(id.value()))
        .execute();
  }

  private MailboxWriter writer(MailboxId id, MailboxData data) {
    return new MailboxWriter(id.value(), sealing)
        .tls(data.tls().name())
        .host(data.host())
        .port(String.valueOf(data.port()))
        .username(data.username())
        .folder(data.folder())
        .address(data.address());
  }

  /**
   * Says that it is read up to here, and keeps others from reading the same until the transaction
   * ends; false where somebody did so already, or it is gone.
   */
  boolean claim(MailboxId id, long validity, long uid) {
    return dsl.update(MAILBOX)
            .set(MAILBOX.UID_VALIDITY, validity)
            .set(MAILBOX.LAST_UID, uid)
            .where(MAILBOX.ID.eq(id.value()))
            .and(MAILBOX.UID_VALIDITY.isDistinctFrom(validity).or(MAILBOX.LAST_UID.lt(uid)))
            .execute()
        == 1;
  }

  /**
   * Writes that a mail is begun, at once.
   *
   * @return how often it was, this time included
   */
  int begin(MailboxId id, long uid) {
    return dsl.update(MAILBOX)
        .set(
            MAILBOX.BEGUN,
            when(MAILBOX.BEGUN_UID.eq(uid), MAILBOX.BEGUN.plus(1)).otherwise(inline(1)))
        .set(MAILBOX.BEGUN_UID, uid)
        .where(MAILBOX.ID.eq(id.value()))
        .returningResult(MAILBOX.BEGUN)
        .fetchOptional()
        .map(Record1::value1)
        .orElse(1);
  }

  /** The mail that was begun last is begun anew another time. */
  void forgetBegun(MailboxId id) {
    dsl.update(MAILBOX)
        .setNull(MAILBOX.BEGUN_UID)
        .set(MAILBOX.BEGUN, 0)
        .where(MAILBOX.ID.eq(id.value()))
        .execute();
  }

  void count(MailboxId id, int filed, int unread) {
    dsl.update(MAILBOX)
        .set(MAILBOX.FILED, MAILBOX.FILED.plus(filed))
        .set(MAILBOX.UNREAD, MAILBOX.UNREAD.plus(unread))
        .where(MAILBOX.ID.eq(id.value()))
        .execute();
  }

  void looked(MailboxId id, @Nullable MailboxFault fault, @Nullable String said) {
    dsl.update(MAILBOX)
        .set(
            new MailboxWriter(id.value(), sealing)
                .fault(fault == null ? null : fault.name())
                .said(said)
                .forUpdate())
        .set(MAILBOX.CHECKED_AT, currentOffsetDateTime())
        .where(MAILBOX.ID.eq(id.value()))
        .execute();
  }

  void delete(MailboxId id, UUID member) {
    dsl.deleteFrom(MAILBOX)
        .where(MAILBOX.ID.eq(id.value()), MAILBOX.MEMBER_ID.eq(member))
        .execute();
  }
}

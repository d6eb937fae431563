package eu.rempart.email;

import static eu.rempart.db.generated.Tables.EMAIL;

import eu.rempart.common.Ids;
import eu.rempart.common.TimelineKey;
import eu.rempart.common.Trace;
import eu.rempart.db.ManyRows;
import eu.rempart.db.generated.EmailWriter;
import eu.rempart.db.generated.OpenedEmail;
import eu.rempart.db.generated.tables.records.EmailRecord;
import eu.rempart.db.sealed.Opened;
import eu.rempart.db.sealed.Sealing;
import eu.rempart.history.RecordRef;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** E-mails in the database; sealed on the way in, opened on the way out. */
@Repository
class EmailRepository {

  /** Kind of record → the column that holds its id. */
  static final Map<String, TableField<EmailRecord, UUID>> ABOUT =
      Map.of(
          "contact", EMAIL.CONTACT_ID,
          "company", EMAIL.COMPANY_ID,
          "deal", EMAIL.DEAL_ID,
          "quote", EMAIL.QUOTE_ID);

  private final DSLContext dsl;
  private final Sealing sealing;

  EmailRepository(DSLContext dsl, Sealing sealing) {
    this.dsl = dsl;
    this.sealing = sealing;
  }

  /** When the mails of a record were, newest first; opens nothing. */
  List<TimelineKey> keys(RecordRef about, @Nullable TimelineKey before, int limit) {
    return dsl.select(EMAIL.HAPPENED_AT, EMAIL.ID)
        .from(EMAIL)
        .where(column(about).eq(about.id()))
        .and(
            before == null
                ? DSL.noCondition()
                : DSL.row(EMAIL.HAPPENED_AT, EMAIL.ID).lt(before.time(), before.id()))
        .orderBy(EMAIL.HAPPENED_AT.desc(), EMAIL.ID.desc())
        .limit(limit)
        .fetch(row -> new TimelineKey(row.value1().toInstant(), row.value2()));
  }

  Optional<Email> find(EmailId id) {
    return dsl.selectFrom(EMAIL).where(EMAIL.ID.eq(id.value())).fetchOptional().map(this::email);
  }

  /** Without their markup: it weighs more than all the rest, and few of them are shown whole. */
  List<Email> findAll(Collection<UUID> ids) {
    Field<Boolean> marked = EMAIL.HTML.isNotNull().as("marked");
    return dsl.select(Stream.of(EMAIL.fields()).filter(each -> !each.equals(EMAIL.HTML)).toList())
        .select(marked)
        .from(EMAIL)
        .where(EMAIL.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
        .fetch(row -> email(row.into(EMAIL), row.get(marked)));
  }

  /** A mail wherever it lies. */
  List<Email> ofMail(UUID mailId) {
    return where(EMAIL.MAIL_ID.eq(mailId));
  }

  /** The mails that were written in this second. */
  List<Email> at(Instant moment) {
    return where(
        EMAIL.HAPPENED_AT.eq(moment.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC)));
  }

  private List<Email> where(Condition which) {
    return dsl.selectFrom(EMAIL).where(which).orderBy(EMAIL.ID).fetch(this::email);
  }

  private static TableField<EmailRecord, UUID> column(RecordRef about) {
    TableField<EmailRecord, UUID> column = ABOUT.get(about.kind());
    if (column == null) {
      throw new IllegalArgumentException("no e-mails are kept on a " + about.kind());
    }
    return column;
  }

  private Email email(EmailRecord row) {
    return email(row, row.getHtml() != null);
  }

  private Email email(EmailRecord row, boolean marked) {
    return new Email(
        new EmailId(row.getId()),
        row.getVersion(),
        row.getMailId(),
        about(row),
        Direction.valueOf(row.getDirection()),
        EmailState.valueOf(row.getState()),
        row.getHappenedAt().toInstant(),
        content(new OpenedEmail(row, sealing)),
        marked,
        new Trace(row.getCreatedAt().toInstant(), row.getCreatedBy(), row.getCreatedSource()));
  }

  /** One column that does not open hides the others: a mail in parts misleads. */
  private static Opened<EmailContent> content(OpenedEmail row) {
    return Stream.of(
            row.sender(),
            row.recipients(),
            row.copies(),
            row.subject(),
            row.body(),
            row.html(),
            row.messageId(),
            row.answers(),
            row.reply(),
            row.attachments())
        .flatMap(
            each ->
                each instanceof Opened.Unopenable<String>(var code)
                    ? Stream.of(code)
                    : Stream.empty())
        .findFirst()
        .<Opened<EmailContent>>map(Opened.Unopenable::new)
        .orElseGet(() -> new Opened.Clear<>(clear(row)));
  }

  private static EmailContent clear(OpenedEmail row) {
    return new EmailContent(
        row.sender().or(""),
        EmailText.list(row.recipients().orNull()),
        EmailText.list(row.copies().orNull()),
        row.subject().or(""),
        row.body().or(""),
        row.html().orNull(),
        row.messageId().or(""),
        EmailText.list(row.answers().orNull()),
        row.reply().orNull(),
        EmailText.attachments(row.attachments().orNull()));
  }

  private static RecordRef about(EmailRecord row) {
    return ABOUT.entrySet().stream()
        .filter(kind -> row.get(kind.getValue()) != null)
        .findFirst()
        .map(kind -> new RecordRef(kind.getKey(), row.get(kind.getValue())))
        .orElseThrow();
  }

  /** Lets a mail lie on each of these records. */
  void insert(NewEmail mail, Collection<RecordRef> about) {
    ManyRows.insert(dsl, about.stream().map(record -> sealed(mail, record)).toList());
  }

  private EmailRecord sealed(NewEmail mail, RecordRef about) {
    EmailContent content = mail.content();
    String to = EmailText.list(content.to());
    EmailRecord row =
        new EmailWriter(Ids.next(), sealing)
            .mailId(mail.mailId())
            .direction(mail.direction().name())
            .state(mail.state().name())
            .happenedAt(mail.at().atOffset(ZoneOffset.UTC))
            .sender(content.sender())
            .recipients(to == null ? "[]" : to)
            .copies(EmailText.list(content.copies()))
            .subject(content.subject())
            .body(content.text())
            .html(content.html())
            .messageId(content.messageId())
            .answers(EmailText.list(content.answers()))
            .reply(content.reply())
            .attachments(EmailText.attachments(content.attachments()))
            .forInsert();
    row.set(column(about), about.id());
    return row;
  }

  /** Says how a mail fared, wherever it lies. */
  void fared(UUID mailId, EmailState state, @Nullable String reply) {
    for (UUID id :
        dsl.select(EMAIL.ID).from(EMAIL).where(EMAIL.MAIL_ID.eq(mailId)).fetch(EMAIL.ID)) {
      dsl.update(EMAIL)
          .set(new EmailWriter(id, sealing).state(state.name()).reply(reply).forUpdate())
          .where(EMAIL.ID.eq(id))
          .execute();
    }
  }

  /** The database archives what is deleted. */
  void delete(EmailId id) {
    dsl.deleteFrom(EMAIL).where(EMAIL.ID.eq(id.value())).execute();
  }
}

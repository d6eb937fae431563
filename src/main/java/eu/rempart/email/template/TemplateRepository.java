package eu.rempart.email.template;

import static eu.rempart.db.generated.Tables.EMAIL_TEMPLATE;

import eu.rempart.db.generated.EmailTemplateWriter;
import eu.rempart.db.generated.OpenedEmailTemplate;
import eu.rempart.db.generated.tables.records.EmailTemplateRecord;
import eu.rempart.db.sealed.Opened;
import eu.rempart.db.sealed.Sealing;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Templates in the database; what they say is sealed. */
@Repository
class TemplateRepository {

  private final DSLContext dsl;
  private final Sealing sealing;

  TemplateRepository(DSLContext dsl, Sealing sealing) {
    this.dsl = dsl;
    this.sealing = sealing;
  }

  /** Those that a member uses: their own and the shared ones, in no order. */
  List<EmailTemplate> of(UUID member) {
    return dsl.selectFrom(EMAIL_TEMPLATE)
        .where(EMAIL_TEMPLATE.MEMBER_ID.eq(member).or(EMAIL_TEMPLATE.SHARED.isTrue()))
        .fetch(this::template);
  }

  Optional<EmailTemplate> find(TemplateId id) {
    return dsl.selectFrom(EMAIL_TEMPLATE)
        .where(EMAIL_TEMPLATE.ID.eq(id.value()))
        .fetchOptional(this::template);
  }

  private EmailTemplate template(EmailTemplateRecord row) {
    OpenedEmailTemplate opened = new OpenedEmailTemplate(row, sealing);
    return new EmailTemplate(
        new TemplateId(row.getId()),
        row.getVersion(),
        row.getMemberId(),
        row.getShared(),
        text(opened.name()),
        text(opened.subject()),
        text(opened.body()));
  }

  private static String text(Opened<String> opened) {
    return switch (opened) {
      case Opened.Clear<String>(var value) -> value == null ? "" : value;
      case Opened.Unopenable<String>(var code) -> code;
    };
  }

  void insert(EmailTemplate template) {
    dsl.insertInto(EMAIL_TEMPLATE)
        .set(writer(template).memberId(template.memberId()).forInsert())
        .execute();
  }

  /** Writes what it says and whether it is shared, if the version is still this one. */
  boolean update(EmailTemplate template) {
    return dsl.update(EMAIL_TEMPLATE)
            .set(writer(template).forUpdate())
            .where(
                EMAIL_TEMPLATE.ID.eq(template.id().value()),
                EMAIL_TEMPLATE.VERSION.eq(template.version()))
            .execute()
        == 1;
  }

  private EmailTemplateWriter writer(EmailTemplate template) {
    return new EmailTemplateWriter(template.id().value(), sealing)
        .name(template.name())
        .subject(template.subject())
        .body(template.body())
        .shared(template.shared());
  }

  /** The database archives what is deleted. */
  void delete(TemplateId id) {
    dsl.deleteFrom(EMAIL_TEMPLATE).where(EMAIL_TEMPLATE.ID.eq(id.value())).execute();
  }
}

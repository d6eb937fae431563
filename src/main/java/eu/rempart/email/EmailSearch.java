package eu.rempart.email;

import static eu.rempart.db.generated.Tables.EMAIL;

import eu.rempart.common.EmailAddress;
import eu.rempart.db.WholeTables;
import eu.rempart.db.generated.OpenedEmail;
import eu.rempart.db.generated.tables.records.EmailRecord;
import eu.rempart.db.sealed.Sealing;
import eu.rempart.search.SearchDocument;
import eu.rempart.search.SearchSource;
import eu.rempart.search.question.SearchField;
import eu.rempart.search.question.SearchSchema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * What the index knows of e-mails: what they are about, from whom and to whom they went, and their
 * different words, up to a number, as of documents (decision record 0085). Markup is not looked at.
 */
@Component
class EmailSearch implements SearchSource {

  static final String KIND = "email";
  static final SearchField<String> SUBJECT = SearchField.text("subject").asSorted();
  static final SearchField<String> SENDER = SearchField.text("sender");
  static final SearchField<String> PEOPLE =
      SearchField.email("people").showing("sender", "recipients", "copies");

  /** Of its text; addresses are left out, which not all may find. */
  static final SearchField<String> WORDS = SearchField.text("words").showing("subject");

  /** Addresses of subject and text. */
  static final SearchField<String> MENTIONED =
      SearchField.text("mentioned").showing("sender", "recipients", "copies");

  static final SearchField<Instant> HAPPENED =
      SearchField.instant("happened").showing("happened_at");

  private static final SearchSchema SCHEMA =
      SearchSchema.of(KIND, SUBJECT, SENDER, PEOPLE, WORDS, MENTIONED, HAPPENED);

  private static final int BATCH = 250;

  /** Characters of a value that the index looks at. */
  private static final int VALUE = 1_000;

  /** Characters of all words of one mail. */
  private static final int MOST = 8_000;

  private static final List<Field<?>> COLUMNS =
      List.of(
          EMAIL.ID,
          EMAIL.SENDER,
          EMAIL.RECIPIENTS,
          EMAIL.COPIES,
          EMAIL.SUBJECT,
          EMAIL.BODY,
          EMAIL.HAPPENED_AT);

  private final DSLContext dsl;
  private final Sealing sealing;
  private final WholeTables tables;

  EmailSearch(DSLContext dsl, Sealing sealing, WholeTables tables) {
    this.dsl = dsl;
    this.sealing = sealing;
    this.tables = tables;
  }

  @Override
  public SearchSchema schema() {
    return SCHEMA;
  }

  @Override
  public long estimate() {
    return dsl.fetchCount(EMAIL);
  }

  @Override
  public void readAll(Consumer<Supplier<? extends Collection<SearchDocument>>> batches) {
    tables.read(
        select(), BATCH, rows -> batches.accept(() -> rows.stream().map(this::document).toList()));
  }

  @Override
  public List<SearchDocument> read(Set<UUID> ids) {
    return select().where(EMAIL.ID.eq(DSL.any(ids.toArray(UUID[]::new)))).fetch(this::document);
  }

  private SelectJoinStep<Record> select() {
    return dsl.select(COLUMNS).from(EMAIL);
  }

  private SearchDocument document(Record read) {
    EmailRecord row = read.into(EMAIL);
    OpenedEmail opened = new OpenedEmail(row, sealing);
    Sender sender = Sender.of(opened.sender().or(""));
    String subject = opened.subject().or("");
    String body = opened.body().or("");
    return SearchDocument.of(row.getId())
        .with(SUBJECT, EmailSight.withoutAddresses(subject))
        .with(SENDER, sender.name())
        .withAll(
            PEOPLE,
            Stream.of(
                    Stream.of(sender.address()),
                    EmailText.list(opened.recipients().orNull()).stream(),
                    EmailText.list(opened.copies().orNull()).stream())
                .flatMap(each -> each)
                .flatMap(each -> EmailAddress.parse(each).map(EmailAddress::value).stream())
                .distinct()
                .toList())
        .withAll(WORDS, words(EmailSight.withoutAddresses(body)))
        .withAll(MENTIONED, words(EmailSight.addresses(subject + " " + body)))
        .with(HAPPENED, row.getHappenedAt().toInstant())
        .build();
  }

  /** The different words, in parts that are short enough to be looked at whole. */
  static List<String> words(String text) {
    Set<String> words = new LinkedHashSet<>();
    int length = 0;
    for (String word : text.split("[^\\p{L}\\p{M}\\p{N}@._-]+", -1)) {
      if (length < MOST
          && !word.isEmpty()
          && word.length() < VALUE
          && words.add(word.toLowerCase(Locale.ROOT))) {
        length += word.length() + 1;
      }
    }
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (String word : words) {
      if (part.length() + word.length() >= VALUE) {
        parts.add(part.toString());
        part.setLength(0);
      }
      part.append(part.isEmpty() ? "" : " ").append(word);
    }
    parts.add(part.toString());
    return parts;
  }
}

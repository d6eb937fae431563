package eu.rempart.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rempart.Patience;
import eu.rempart.common.EmailAddress;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.EmailKind;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.LinkData;
import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.kept.KeptColumn;
import eu.rempart.db.kept.KeptRow;
import eu.rempart.db.kept.KeptTable;
import eu.rempart.db.sealed.Sealing;
import eu.rempart.deal.DealId;
import eu.rempart.email.Direction;
import eu.rempart.email.EmailContent;
import eu.rempart.email.EmailService;
import eu.rempart.email.EmailState;
import eu.rempart.email.NewEmail;
import eu.rempart.history.RecordRef;
import eu.rempart.note.Note;
import eu.rempart.note.NoteService;
import eu.rempart.note.Written;
import eu.rempart.privacy.trace.PersonTrace;
import eu.rempart.privacy.trace.TraceSearch;
import eu.rempart.privacy.trace.Treatment;
import eu.rempart.search.SearchIndex;
import eu.rempart.team.WithNarrowedMembers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A person, with a company and a deal of theirs, whom records of others name. */
abstract class WithTraces extends WithNarrowedMembers {

  @Autowired protected PrivacyService privacy;
  @Autowired protected NoteService notes;
  @Autowired protected EmailService emails;
  @Autowired protected SearchIndex index;
  @Autowired protected DSLContext dsl;
  @Autowired private Sealing sealing;

  protected String surname;
  protected String address;
  protected ContactId lea;
  protected CompanyId firm;
  protected DealId deal;

  @BeforeEach
  void make() {
    await()
        .pollInSameThread()
        .atMost(Patience.LONG)
        .until(
            () ->
                List.of("note", "document", "activity", "email", "quote", "product").stream()
                    .allMatch(kind -> index.state(kind).ready()));
    surname = "Zet" + UUID.randomUUID().toString().substring(0, 8);
    address = surname.toLowerCase(java.util.Locale.ROOT) + "@client.example";
    lea = lea();
    firm = firm("Kessel Works", admin().memberId());
    links.link(lea, firm, new LinkData("Boss", null, true, true));
    deal = deal("Boilers", firm, null);
  }

  protected ContactId lea() {
    return contacts.create(
        ContactData.builder()
            .firstName("Lea")
            .lastName(surname)
            .emails(List.of(EmailEntry.of(EmailAddress.of(address), EmailKind.WORK, true)))
            .build());
  }

  protected String name() {
    return "Lea " + surname;
  }

  protected RecordRef firmRef() {
    return new RecordRef("company", firm.value());
  }

  protected RecordRef dealRef() {
    return new RecordRef("deal", deal.value());
  }

  protected RecordRef leaRef() {
    return new RecordRef("contact", lea.value());
  }

  protected Note note(RecordRef about, String text) {
    return ((Written.Kept) notes.write(about, "<p>" + text + "</p>")).note();
  }

  protected static RecordRef ref(Note note) {
    return new RecordRef("note", note.id().value());
  }

  protected UUID mail(String text, RecordRef... about) {
    UUID mail = UUID.randomUUID();
    emails.file(
        new NewEmail(
            mail,
            Direction.IN,
            EmailState.RECEIVED,
            Instant.now(),
            new EmailContent(
                name() + " <" + address + ">",
                List.of("us@firm.example"),
                List.of(),
                "Boilers",
                text,
                null,
                "<" + mail + "@client.example>",
                List.of(),
                null,
                List.of())),
        Arrays.asList(about));
    return mail;
  }

  protected Map<RecordRef, PersonTrace> traces() {
    TraceSearch search = privacy.search(lea).orElseThrow();
    assertThat(search.await(Duration.ofSeconds(30))).isTrue();
    assertThat(search.failed()).isFalse();
    assertThat(search.indexed()).isTrue();
    assertThat(search.progress()).isEqualTo(1);
    assertThat(search.looked()).isEqualTo(search.total());
    Map<RecordRef, PersonTrace> found = new LinkedHashMap<>();
    search.traces().forEach(trace -> found.put(trace.record(), trace));
    return found;
  }

  protected static Map<PersonTrace, Treatment> proposed(Map<RecordRef, PersonTrace> traces) {
    Map<PersonTrace, Treatment> chosen = new LinkedHashMap<>();
    traces.values().forEach(trace -> chosen.put(trace, trace.proposed()));
    return chosen;
  }

  protected static PersonTrace of(Map<RecordRef, PersonTrace> traces, RecordRef record) {
    return Optional.ofNullable(traces.get(record)).orElseThrow();
  }

  protected int count(String table, String column, UUID value) {
    return dsl.fetchCount(
        org.jooq.impl.DSL.table(table), org.jooq.impl.DSL.field(column, UUID.class).eq(value));
  }

  protected String ledger() {
    return dsl.fetch(
            "SELECT detail::text FROM ledger WHERE kind = 'erasure' AND detail ->> 'record' = ?",
            lea.value().toString())
        .getValues(0)
        .toString();
  }

  /** The kept records in which the surname still stands in any version, with all that is sealed. */
  protected Map<RecordRef, String> opened() {
    Map<RecordRef, String> found = new LinkedHashMap<>();
    for (KeptTable<?, ?, ?> table : KeptTables.all()) {
      List<Table<? extends Record>> places =
          List.of(table.live(), table.archive(), table.history());
      for (Table<? extends Record> place : places) {
        dsl.selectFrom(place)
            .forEach(
                row -> {
                  KeptRow kept = new KeptRow(table, row, sealing);
                  for (KeptColumn column : table.columns()) {
                    if (column.sealed() != null
                        && String.valueOf(text(kept.value(column).orNull()))
                            .toLowerCase(java.util.Locale.ROOT)
                            .contains(surname.toLowerCase(java.util.Locale.ROOT))) {
                      found.put(new RecordRef(table.name(), kept.id()), place.getName());
                    }
                  }
                });
      }
    }
    return found;
  }

  private static Object text(@Nullable Object value) {
    return value instanceof List<?> list
        ? list.stream()
            .map(each -> each instanceof EmailEntry email ? email.address().value() : each)
            .toList()
        : String.valueOf(value);
  }
}

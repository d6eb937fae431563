package eu.rempart.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.account.Scope;
import eu.rempart.account.SignedInMember;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.meeting.AttendeeService;
import eu.rempart.activity.meeting.Attendees;
import eu.rempart.activity.meeting.MeetingService;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.When;
import eu.rempart.common.EmailAddress;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.EmailKind;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.LinkData;
import eu.rempart.contact.photo.PhotoService;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.kept.KeptColumn;
import eu.rempart.db.kept.KeptRow;
import eu.rempart.db.kept.KeptTable;
import eu.rempart.db.sealed.Sealing;
import eu.rempart.deal.DealId;
import eu.rempart.document.Brought;
import eu.rempart.document.Document;
import eu.rempart.document.DocumentService;
import eu.rempart.document.file.Upload;
import eu.rempart.document.file.UploadService;
import eu.rempart.email.Direction;
import eu.rempart.email.EmailContent;
import eu.rempart.email.EmailService;
import eu.rempart.email.EmailState;
import eu.rempart.email.NewEmail;
import eu.rempart.history.RecordRef;
import eu.rempart.note.Note;
import eu.rempart.note.NoteService;
import eu.rempart.note.Written;
import eu.rempart.picture.PictureReader;
import eu.rempart.picture.TestPictures;
import eu.rempart.privacy.trace.PersonTrace;
import eu.rempart.privacy.trace.Tie;
import eu.rempart.privacy.trace.TraceSearch;
import eu.rempart.privacy.trace.Treatment;
import eu.rempart.quote.QuoteId;
import eu.rempart.quote.QuoteService;
import eu.rempart.quote.QuoteStepService;
import eu.rempart.quote.TestQuotes;
import eu.rempart.quote.letterhead.LetterheadService;
import eu.rempart.richtext.RichText;
import eu.rempart.search.SearchIndex;
import eu.rempart.team.WithNarrowedMembers;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A person who is in records of others, and is erased there as an administrator chose. */
class ErasureTest extends WithNarrowedMembers {

  @Autowired private PrivacyService privacy;
  @Autowired private ErasureReplay replay;
  @Autowired private NoteService notes;
  @Autowired private EmailService emails;
  @Autowired private DocumentService documents;
  @Autowired private UploadService uploads;
  @Autowired private MeetingService meetings;
  @Autowired private ActivityService activities;
  @Autowired private AttendeeService attendees;
  @Autowired private QuoteService quotes;
  @Autowired private QuoteStepService steps;
  @Autowired private LetterheadService letterheads;
  @Autowired private PhotoService photos;
  @Autowired private SearchIndex index;
  @Autowired private Sealing sealing;
  @Autowired private Writes writes;
  @Autowired private DSLContext dsl;

  private String surname;
  private String address;
  private ContactId lea;
  private CompanyId firm;
  private DealId deal;

  @BeforeEach
  void make() {
    await()
        .pollInSameThread()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                List.of("note", "document", "activity", "email", "quote").stream()
                    .allMatch(kind -> index.state(kind).ready()));
    surname = "Zet" + UUID.randomUUID().toString().substring(0, 8);
    address = surname.toLowerCase(java.util.Locale.ROOT) + "@client.example";
    lea = lea();
    firm = firm("Kessel Works", admin().memberId());
    links.link(lea, firm, new LinkData("Boss", null, true, true));
    deal = deal("Boilers", firm, null);
  }

  private ContactId lea() {
    return contacts.create(
        ContactData.builder()
            .firstName("Lea")
            .lastName(surname)
            .emails(List.of(EmailEntry.of(EmailAddress.of(address), EmailKind.WORK, true)))
            .build());
  }

  private String name() {
    return "Lea " + surname;
  }

  private RecordRef firmRef() {
    return new RecordRef("company", firm.value());
  }

  private RecordRef dealRef() {
    return new RecordRef("deal", deal.value());
  }

  private RecordRef leaRef() {
    return new RecordRef("contact", lea.value());
  }

  private Note note(RecordRef about, String text) {
    return ((Written.Kept) notes.write(about, "<p>" + text + "</p>")).note();
  }

  private static RecordRef ref(Note note) {
    return new RecordRef("note", note.id().value());
  }

  private UUID mail(String text, RecordRef... about) {
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

  private Document document(String name, String content, RecordRef... about) throws Exception {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    Upload begun = uploads.begin(name, bytes.length, "");
    UUID whole = uploads.append(begun.id(), 0, new ByteArrayInputStream(bytes)).orElseThrow().id();
    return ((Brought.Kept) documents.create(whole, null, List.of(about))).document();
  }

  private ActivityId meeting(String subject, Attendees asked) {
    return meetings.create(
        new MeetingService.Typed(
            ActivityData.builder()
                .kind(ActivityKind.MEETING)
                .subject(subject)
                .ownerId(admin().memberId())
                .when(When.at(LocalDateTime.of(2027, 3, 1, 9, 0), ZoneId.of("Europe/Paris")))
                .build(),
            ActivityLinks.NONE,
            asked));
  }

  private QuoteId quote(String title) {
    return quotes.create(
        TestQuotes.roof().toBuilder()
            .title(title)
            .contactId(lea)
            .customerContact(name())
            .companyId(firm)
            .build());
  }

  private Map<RecordRef, PersonTrace> traces() {
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

  private static Map<PersonTrace, Treatment> proposed(Map<RecordRef, PersonTrace> traces) {
    Map<PersonTrace, Treatment> chosen = new LinkedHashMap<>();
    traces.values().forEach(trace -> chosen.put(trace, trace.proposed()));
    return chosen;
  }

  private static PersonTrace of(Map<RecordRef, PersonTrace> traces, RecordRef record) {
    return Optional.ofNullable(traces.get(record)).orElseThrow();
  }

  @Test
  void textsOfOthersAreFoundAsTheyAreAndAsTheyWere() {
    Note now = note(firmRef(), "Spoke to " + name());
    Note before = note(dealRef(), "Call " + name() + " soon");
    notes.rewrite(before.id(), 1, "<p>Call soon</p>");
    Note archived = note(firmRef(), "Ask lea " + surname.toUpperCase(java.util.Locale.ROOT));
    notes.archive(archived.id());
    Note hint = note(dealRef(), "Mrs " + surname + " likes tea");
    Note other = note(dealRef(), "Nobody");

    Map<RecordRef, PersonTrace> found = traces();

    assertThat(of(found, ref(now)))
        .satisfies(
            trace -> {
              assertThat(trace.tie()).isEqualTo(Tie.TEXT);
              assertThat(trace.named()).isTrue();
              assertThat(trace.name()).startsWith("Spoke to");
              assertThat(trace.choices()).containsExactly(Treatment.KEEP, Treatment.ERASE);
              assertThat(trace.proposed()).isEqualTo(Treatment.KEEP);
              assertThat(trace.toString()).doesNotContain(surname);
            });
    assertThat(of(found, ref(before)))
        .satisfies(
            trace -> {
              assertThat(trace.named()).isFalse();
              assertThat(trace.former()).isEqualTo(1);
              assertThat(trace.proposed()).isEqualTo(Treatment.FORMER);
            });
    assertThat(of(found, ref(archived)).bin()).isTrue();
    assertThat(of(found, ref(hint)))
        .satisfies(
            trace -> {
              assertThat(trace.sure()).isFalse();
              assertThat(trace.proposed()).isEqualTo(Treatment.KEEP);
            });
    assertThat(found).doesNotContainKeys(ref(other), leaRef(), dealRef());
  }

  @Test
  void moreThanAPageIsFoundAndErased() {
    Set<RecordRef> made = new HashSet<>();
    for (int i = 0; i < 45; i++) {
      made.add(ref(note(firmRef(), "Note " + i + " on " + name())));
    }
    Map<RecordRef, PersonTrace> found = traces();
    assertThat(found.keySet()).containsAll(made);
    Map<PersonTrace, Treatment> all = new LinkedHashMap<>();
    found.values().forEach(trace -> all.put(trace, Treatment.ERASE));
    assertThat(privacy.erase(lea, all).orElseThrow().rows()).containsEntry("note", 45);
  }

  @Test
  void mailsDocumentsMeetingsAndQuotesGoAsChosenAndIssuedOnesStay() throws Exception {
    UUID mail = mail("Dear all, " + name(), leaRef(), dealRef());
    Document own = document("Contract.txt", "Contract with " + name(), leaRef());
    Document shared = document("Plan.txt", "Plan", leaRef(), firmRef());
    ActivityId lunch =
        meeting("Lunch", new Attendees(List.of(lea), List.of(admin().memberId()), List.of()));
    ActivityId guests =
        meeting("Tour", new Attendees(List.of(), List.of(admin().memberId()), List.of(address)));
    letterheads.save(letterheads.find().version(), TestQuotes.FIRM);
    QuoteId issued = quote("Issued");
    TestQuotes.done(
        steps.issue(issued, quotes.find(issued).orElseThrow().version(), TestQuotes.DAY));
    QuoteId draft = quote("Draft");
    photos.put(lea, new PictureReader().read(TestPictures.file("jpg", 300, 200)));
    sql("INSERT INTO document_words (id, state) VALUES (?, 'NONE')", own.file().value());

    Map<RecordRef, PersonTrace> found = traces();
    RecordRef onDeal =
        found.keySet().stream()
            .filter(each -> each.kind().equals("email"))
            .findFirst()
            .orElseThrow();
    RecordRef ownRef = new RecordRef("document", own.id().value());
    RecordRef sharedRef = new RecordRef("document", shared.id().value());
    RecordRef issuedRef = new RecordRef("quote", issued.value());
    assertThat(of(found, onDeal).tie()).isEqualTo(Tie.MAIL);
    assertThat(of(found, ownRef).proposed()).isEqualTo(Treatment.ERASE);
    assertThat(of(found, sharedRef).proposed()).isEqualTo(Treatment.UNLINK);
    assertThat(of(found, new RecordRef("activity", lunch.value())).proposed())
        .isEqualTo(Treatment.UNLINK);
    assertThat(of(found, issuedRef).frozen()).isTrue();
    assertThat(of(found, issuedRef).choices()).containsExactly(Treatment.KEEP);
    assertThat(of(found, new RecordRef("quote", draft.value())).tie()).isEqualTo(Tie.QUOTE);
    assertThat(found.values())
        .filteredOn(trace -> trace.record().kind().equals("activity_attendee"))
        .singleElement()
        .satisfies(trace -> assertThat(trace.proposed()).isEqualTo(Treatment.ERASE));

    String copy = new String(privacy.copy(lea), StandardCharsets.UTF_8);
    assertThat(copy).contains("Contract.txt", "Plan.txt", "Lunch", "Boilers", "Draft");
    assertThat(copy).doesNotContain("content_key");

    Map<PersonTrace, Treatment> chosen = proposed(found);
    chosen.put(of(found, new RecordRef("quote", draft.value())), Treatment.ERASE);
    Certificate certificate = privacy.erase(lea, chosen).orElseThrow();

    assertThat(certificate.rows())
        .containsEntry("email", 2)
        .containsEntry("document", 1)
        .containsEntry("document_file", 1)
        .containsEntry("contact_photo", 1)
        .containsEntry("quote", 1)
        .containsEntry("quote.frozen", 1);
    assertThat(emails.ofMail(mail)).isEmpty();
    assertThat(documents.find(own.id())).isEmpty();
    assertThat(documents.find(shared.id())).isPresent();
    assertThat(count("document_chunk", "file_id", own.file().value())).isZero();
    assertThat(count("document_words", "id", own.file().value())).isZero();
    assertThat(activities.find(lunch)).isPresent();
    assertThat(attendees.asked(lunch).contacts()).isEmpty();
    assertThat(attendees.asked(guests).addresses()).isEmpty();
    assertThat(quotes.find(issued)).isPresent();
    assertThat(quotes.find(draft)).isEmpty();
    assertThat(ledger()).contains(onDeal.id().toString()).doesNotContain(surname);
    for (String text : List.of(name(), address)) {
      assertThat(index.everywhere(text, 50).entrySet())
          .as("the index")
          .filteredOn(kind -> !kind.getKey().equals("quote"))
          .allSatisfy(kind -> assertThat(kind.getValue()).isEmpty());
    }
    assertThat(opened()).containsOnlyKeys(issuedRef);
  }

  @Test
  void aTextIsEditedAndItsFormerTextGoesFromHistoryAndDump() {
    Note note = note(firmRef(), "Spoke to " + name());
    note(leaRef(), "Private: " + name());
    List<String> before = ciphertexts("note", note.id().value());
    before.addAll(ciphertexts("contact", lea.value()));
    assertThat(dump()).contains(before);
    notes.rewrite(note.id(), 1, "<p>Spoke to the boss</p>");

    Certificate certificate = privacy.erase(lea, proposed(traces())).orElseThrow();

    assertThat(certificate.rows()).containsEntry("note.edited", 1).doesNotContainKey("note.left");
    assertThat(text(note)).isEqualTo("Spoke to the boss");
    assertThat(count("note_history", "id", note.id().value())).isZero();
    assertThat(opened()).isEmpty();
    String dump = dump();
    assertThat(before).noneMatch(dump::contains);
  }

  @Test
  void aRecordThatWasMergedIntoTheirsGoesToo() {
    ContactId twin = lea();
    writes.run(
        Reason.EDIT,
        change -> {
          var kept = contacts.find(lea).orElseThrow();
          contacts.save(
              lea, kept.version(), kept.data(), kept.data().toBuilder().language("fr").build());
          contacts.archive(List.of(twin));
        });
    PersonTrace trace = of(traces(), new RecordRef("contact", twin.value()));
    assertThat(trace.tie()).isEqualTo(Tie.SELF);
    assertThat(trace.proposed()).isEqualTo(Treatment.ERASE);
    assertThat(privacy.erase(lea, Map.of(trace, Treatment.ERASE)).orElseThrow().rows())
        .containsEntry("contact", 2);
    assertThat(opened()).isEmpty();
  }

  @Test
  void whatIsLeftIsSaidInTheCertificate() {
    Note note = note(firmRef(), "Spoke to " + name());
    assertThat(privacy.erase(lea, proposed(traces())).orElseThrow().rows())
        .containsEntry("note.left", 1);
    assertThat(notes.find(note.id())).isPresent();
  }

  @Test
  void aRestoredBackupBringsNeitherRecordsNorFormerTextsBack() {
    mail("Hello", leaRef(), dealRef());
    Note note = note(firmRef(), "Spoke to " + name());
    UUID id = note.id().value();
    // the backup, made before the text was changed
    sql("CREATE TABLE note_backup AS SELECT * FROM note WHERE id = '" + id + "'");
    notes.rewrite(note.id(), 1, "<p>Spoke to the boss</p>");
    Map<RecordRef, PersonTrace> found = traces();
    UUID onDeal =
        found.keySet().stream()
            .filter(each -> each.kind().equals("email"))
            .findFirst()
            .orElseThrow()
            .id();
    assertThat(privacy.erase(lea, proposed(found))).isPresent();

    sql("ALTER TABLE note DISABLE TRIGGER USER");
    sql("DELETE FROM note WHERE id = ?", id);
    sql("INSERT INTO note SELECT * FROM note_backup");
    sql("ALTER TABLE note ENABLE TRIGGER USER");
    sql("DROP TABLE note_backup");
    sql(
        "INSERT INTO email (id, deal_id, mail_id, direction, state, happened_at, sender, recipients,"
            + " subject, body, message_id) VALUES (?, ?, ?, 'IN', 'RECEIVED', now(), '', '', '',"
            + " '', '')",
        onDeal,
        deal.value(),
        UUID.randomUUID());

    replay.run();

    assertThat(text(note)).isEqualTo("Spoke to the boss");
    assertThat(count("note_history", "id", id)).isZero();
    assertThat(count("email", "id", onDeal)).isZero();
    assertThat(count("email_history", "id", onDeal)).isZero();
    assertThat(opened()).isEmpty();
    int version = dsl.fetchOne("SELECT version FROM note WHERE id = ?", id).get(0, int.class);
    replay.run();
    assertThat(dsl.fetchOne("SELECT version FROM note WHERE id = ?", id).get(0, int.class))
        .as("a second start changes nothing")
        .isEqualTo(version);
  }

  @Test
  void whoMayNotEraseDoesNot() {
    note(firmRef(), "Spoke to " + name());
    Map<PersonTrace, Treatment> chosen = proposed(traces());
    for (Role role : List.of(Role.MANAGER, Role.MEMBER, Role.READER)) {
      SignedInMember member = join(role);
      assertThatThrownBy(() -> as(member, () -> privacy.erase(lea, chosen)))
          .isInstanceOf(NotPermittedException.class);
    }
    assertThat(contacts.find(lea)).isPresent();
  }

  @Test
  void whoMayNotSeeARecordIsNotToldOfIt() {
    SignedInMember eve = narrowed(Role.MEMBER, only(Scope.OWN));
    ContactId own = person(surname, eve.memberId());
    links.link(own, firm, new LinkData("Boss", null, true, true));
    note(firmRef(), "Spoke to " + surname);
    List<PersonTrace> seen =
        as(
            eve,
            () -> {
              TraceSearch search = privacy.search(own).orElseThrow();
              search.await(Duration.ofSeconds(30));
              return search.traces();
            });
    assertThat(seen).isEmpty();
    assertThat(as(eve, () -> privacy.search(lea))).isEmpty();
  }

  @Test
  void whatIsNoChoiceIsRefusedAndNothingGoes() {
    Note note = note(firmRef(), "Spoke to " + name());
    PersonTrace trace = of(traces(), ref(note));
    assertThatThrownBy(() -> privacy.erase(lea, Map.of(trace, Treatment.FORMER)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(surname);
    assertThat(contacts.find(lea)).isPresent();
  }

  @Test
  void twiceAndAtTheSameTimeThereIsOneErasure() {
    mail("Hello", leaRef(), dealRef());
    Map<PersonTrace, Treatment> chosen = proposed(traces());
    SignedInMember boss = admin();
    var first = CompletableFuture.supplyAsync(() -> as(boss, () -> privacy.erase(lea, chosen)));
    var second = CompletableFuture.supplyAsync(() -> as(boss, () -> privacy.erase(lea, chosen)));
    assertThat(List.of(first.join(), second.join())).filteredOn(Optional::isPresent).hasSize(1);
    assertThat(privacy.erase(lea, chosen)).isEmpty();
    assertThat(
            dsl.fetchCount(
                org.jooq.impl.DSL.table("ledger"),
                org.jooq.impl.DSL.condition(
                    "kind = 'erasure' AND detail ->> 'record' = ?", lea.value().toString())))
        .isEqualTo(1);
  }

  private String text(Note note) {
    return notes.find(note.id()).orElseThrow().body().or(RichText.EMPTY).plain().strip();
  }

  private int count(String table, String column, UUID value) {
    return dsl.fetchCount(
        org.jooq.impl.DSL.table(table), org.jooq.impl.DSL.field(column, UUID.class).eq(value));
  }

  private String ledger() {
    return dsl.fetch(
            "SELECT detail::text FROM ledger WHERE kind = 'erasure' AND detail ->> 'record' = ?",
            lea.value().toString())
        .getValues(0)
        .toString();
  }

  /** The kept records in which the surname still stands in any version, with all that is sealed. */
  private Map<RecordRef, String> opened() {
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

  private static Object text(@org.jspecify.annotations.Nullable Object value) {
    return value instanceof List<?> list
        ? list.stream()
            .map(each -> each instanceof EmailEntry email ? email.address().value() : each)
            .toList()
        : String.valueOf(value);
  }

  /** What is sealed in a row, as a dump writes it. */
  private List<String> ciphertexts(String table, UUID id) {
    List<String> found = new ArrayList<>();
    dsl.fetch("SELECT * FROM " + table + " WHERE id = ?", id)
        .forEach(
            row -> {
              for (Object value : row.intoArray()) {
                if (value instanceof byte[] bytes) {
                  found.add(HexFormat.of().formatHex(bytes));
                }
              }
            });
    assertThat(found).isNotEmpty();
    return found;
  }

  /** All rows of all tables, as a dump writes them. */
  private String dump() {
    StringBuilder all = new StringBuilder();
    for (String table :
        dsl.fetch(
                "SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace"
                    + " AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND"
                    + " has_table_privilege(c.oid, 'SELECT')")
            .getValues(0, String.class)) {
      dsl.fetch("SELECT t::text FROM public." + table + " t")
          .forEach(row -> all.append(row.get(0)).append('\n'));
    }
    return all.toString();
  }
}

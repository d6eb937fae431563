package eu.rempart.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import eu.rempart.contact.ContactId;
import eu.rempart.contact.LinkData;
import eu.rempart.contact.photo.PhotoService;
import eu.rempart.document.Brought;
import eu.rempart.document.Document;
import eu.rempart.document.DocumentService;
import eu.rempart.document.file.Upload;
import eu.rempart.document.file.UploadService;
import eu.rempart.history.RecordRef;
import eu.rempart.note.Note;
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
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever is erased goes from mails, documents, meetings and quotes as an administrator chose. */
class ErasureElsewhereTest extends WithTraces {

  @Autowired private DocumentService documents;
  @Autowired private UploadService uploads;
  @Autowired private MeetingService meetings;
  @Autowired private ActivityService activities;
  @Autowired private AttendeeService attendees;
  @Autowired private QuoteService quotes;
  @Autowired private QuoteStepService steps;
  @Autowired private LetterheadService letterheads;
  @Autowired private PhotoService photos;

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
    photos.put(lea, TestPictures.reader().read(TestPictures.file("jpg", 300, 200)));
    // unless its reader, which runs beside, was here already
    sql(
        "INSERT INTO document_words (id, state) VALUES (?, 'NONE') ON CONFLICT DO NOTHING",
        own.file().value());

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
}

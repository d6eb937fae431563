package eu.rempart.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.common.EmailAddress;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.EmailKind;
import eu.rempart.common.PhoneEntry;
import eu.rempart.common.PhoneKind;
import eu.rempart.common.PhoneNumber;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.email.Direction;
import eu.rempart.email.EmailContent;
import eu.rempart.email.EmailState;
import eu.rempart.email.NewEmail;
import eu.rempart.history.RecordRef;
import eu.rempart.note.Note;
import eu.rempart.privacy.trace.PersonTrace;
import eu.rempart.privacy.trace.Tie;
import eu.rempart.privacy.trace.Treatment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What others have too, or are called too, is no reason to purge their mails and texts. */
class SharedAddressTest extends WithTraces {

  @Test
  void mailsOfAnAddressThatOthersHaveTooAreNotProposedForPurge() {
    String office = "office." + address;
    have(lea, address, office);
    contacts.create(named("Max", "Other" + surname, office));
    mailFrom("office <" + office + ">", dealRef());
    UUID shared = onDeal(traces()).orElseThrow().record().id();

    Map<RecordRef, PersonTrace> found = traces();
    PersonTrace mail = of(found, new RecordRef("email", shared));
    assertThat(mail.proposed()).isEqualTo(Treatment.KEEP);
    assertThat(mail.sure()).isFalse();
    assertThat(privacy.erase(lea, proposed(found))).isPresent();
    assertThat(count("email", "id", shared)).isEqualTo(1);
  }

  @Test
  void aMailThatIsFiledWithThemIsNotProposedWhereOthersHaveTheAddressToo() {
    String office = "office." + address;
    have(lea, office);
    contacts.create(named("Max", "Other" + surname, office));
    mailFrom("office <" + office + ">", leaRef(), dealRef());
    PersonTrace mail = onDeal(traces()).orElseThrow();
    assertThat(mail.tie()).isEqualTo(Tie.MAIL);
    assertThat(mail.choices()).contains(Treatment.ERASE);
    assertThat(mail.proposed()).isEqualTo(Treatment.KEEP);
  }

  @Test
  void aNamesakeKeepsTheirMailsAndTheirOwnAddressIsEnough() {
    mailFrom(name() + " <lea@other.example>", dealRef());
    PersonTrace namesake = onDeal(traces()).orElseThrow();
    assertThat(namesake.tie()).isEqualTo(Tie.TEXT);
    assertThat(namesake.proposed()).isEqualTo(Treatment.KEEP);

    mailFrom("someone <" + address + ">", firmRef());
    assertThat(traces().values())
        .filteredOn(trace -> trace.tie() == Tie.MAIL)
        .singleElement()
        .satisfies(trace -> assertThat(trace.proposed()).isEqualTo(Treatment.ERASE));
  }

  @Test
  void formerTextsThatAreCertainGoAndThoseOfTheSurnameAloneAreLeft() {
    Note note = note(dealRef(), "Mr " + surname + " came");
    notes.rewrite(note.id(), 1, "<p>Call " + name() + "</p>");
    notes.rewrite(note.id(), 2, "<p>Call soon</p>");
    PersonTrace trace = of(traces(), ref(note));
    assertThat(trace.former()).isEqualTo(2);
    assertThat(trace.certain()).isEqualTo(1);
    assertThat(trace.proposed()).isEqualTo(Treatment.FORMER);

    Certificate certificate = privacy.erase(lea, Map.of(trace, Treatment.FORMER)).orElseThrow();

    assertThat(certificate.rows()).containsEntry("note.versions", 1).containsEntry("note.left", 1);
    assertThat(count("note_history", "id", note.id().value())).isEqualTo(1);
  }

  @Test
  void aNumberOfTheirsIsFoundInTextsThatHaveNoLinkWithThem() {
    // no two tests share one
    String number = "+3347%07d".formatted(Math.floorMod(UUID.randomUUID().hashCode(), 10_000_000));
    var kept = contacts.find(lea).orElseThrow();
    contacts.save(
        lea,
        kept.version(),
        kept.data(),
        kept.data().toBuilder()
            .phones(List.of(PhoneEntry.of(PhoneNumber.of(number, null), PhoneKind.MOBILE, true)))
            .build());
    RecordRef elsewhere = new RecordRef("company", firm("Elsewhere", admin().memberId()).value());
    Note note = note(elsewhere, "Call back " + number);

    PersonTrace trace = of(traces(), ref(note));
    assertThat(trace.named()).isTrue();
    assertThat(trace.sure()).isTrue();
  }

  private static ContactData named(String first, String last, String... mails) {
    return ContactData.builder().firstName(first).lastName(last).emails(entries(mails)).build();
  }

  private static List<EmailEntry> entries(String... mails) {
    return java.util.Arrays.stream(mails)
        .map(mail -> EmailEntry.of(EmailAddress.of(mail), EmailKind.WORK, mail.equals(mails[0])))
        .toList();
  }

  private void have(ContactId person, String... mails) {
    var kept = contacts.find(person).orElseThrow();
    contacts.save(
        person,
        kept.version(),
        kept.data(),
        kept.data().toBuilder().emails(entries(mails)).build());
  }

  private static Optional<PersonTrace> onDeal(Map<RecordRef, PersonTrace> found) {
    return found.values().stream()
        .filter(trace -> trace.record().kind().equals("email"))
        .findFirst();
  }

  private void mailFrom(String sender, RecordRef... about) {
    UUID mail = UUID.randomUUID();
    emails.file(
        new NewEmail(
            mail,
            Direction.IN,
            EmailState.RECEIVED,
            Instant.now(),
            new EmailContent(
                sender,
                List.of("us@firm.example"),
                List.of(),
                "Boilers",
                "Hello",
                null,
                "<" + mail + "@client.example>",
                List.of(),
                null,
                List.of())),
        List.of(about));
  }
}

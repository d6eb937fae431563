package eu.rempart.edge.abuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rempart.WithFirm;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.security.EventFilter;
import eu.rempart.account.security.OversightService;
import eu.rempart.account.security.SecurityNote;
import eu.rempart.account.signin.SignedIn;
import eu.rempart.common.Ids;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.db.Reason;
import eu.rempart.edge.gate.Addresses;
import eu.rempart.vault.event.RecordsMoved;
import eu.rempart.vault.event.RecordsMoved.Way;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** Sign-ins from places that nobody travels between so fast, as the application hears of them. */
class TravelTest extends WithFirm {

  @Autowired private ApplicationEventPublisher events;
  @Autowired private OversightService oversight;

  private final Addresses addresses = new Addresses();

  private void was(SignedInMember member, String place, String ago) {
    sql(
        "INSERT INTO member_place (member_id, place, device, first_at, last_at) VALUES"
            + " (?, ?, '', now() - ?::interval, now() - ?::interval)"
            + " ON CONFLICT (member_id, place) DO UPDATE SET last_at = excluded.last_at",
        member.memberId(),
        place,
        ago,
        ago);
  }

  private void signsIn(SignedInMember member, String place) {
    String address = addresses.ipv4(place).address().getHostAddress();
    events.publishEvent(new SignedIn(member, address, true));
  }

  private List<SecurityNote> told(SignedInMember member, String kind) {
    return oversight
        .events(
            new EventFilter(List.of(kind), "", "", "", Instant.now().minus(Duration.ofHours(1))))
        .stream()
        .filter(note -> member.memberId().equals(note.memberId()))
        .toList();
  }

  @Test
  void aMemberWhoIsInTwoContinentsWithinAnHourIsTold() {
    SignedInMember member = join(Role.MEMBER);
    admin();
    was(member, "FR", "40 minutes");
    signsIn(member, "BR");
    await().pollInSameThread().until(() -> !told(member, "edge.travel").isEmpty());

    SecurityNote note = told(member, "edge.travel").getFirst();
    assertThat(note.severity()).isEqualTo("ALARM");
    assertThat(note.detail())
        .containsEntry("earlier", "FR")
        .containsEntry("place", "BR")
        .containsEntry("within", "40");
  }

  @Test
  void whoArchivesVeryManyRecordsIsTold() {
    SignedInMember member = join(Role.MEMBER); // of whom nothing else is counted
    act(member);
    var many =
        IntStream.range(0, 501)
            .boxed()
            .collect(
                Collectors.toMap(
                    _ -> new ContactId(Ids.next()),
                    n -> ContactData.builder().firstName("Gone").lastName("N" + n).build()));
    contacts.createAll(many, Reason.EDIT);
    contacts.archive(many.keySet());
    admin();
    await().pollInSameThread().until(() -> !told(member, "edge.mass.archive").isEmpty());
    assertThat(told(member, "edge.mass.archive").getFirst().detail()).containsEntry("rows", "501");
  }

  @Test
  void neighboursAndLongJourneysAreNotAndAnExportAfterThemIsTheFirstThatIsTold() {
    SignedInMember member = join(Role.MEMBER);
    admin();
    was(member, "FR", "10 minutes");
    signsIn(member, "DE");
    was(member, "FR", "2 days");
    was(member, "DE", "3 days");
    signsIn(member, "BR");
    // what members take out is told a second later: once this is there the others would be, too
    events.publishEvent(new RecordsMoved(member.memberId(), Way.EXPORTED, 20_000));
    await().pollInSameThread().until(() -> !told(member, "edge.mass.export").isEmpty());
    assertThat(told(member, "edge.travel")).isEmpty();
    assertThat(told(member, "edge.mass.export").getFirst().detail())
        .containsEntry("rows", "20000")
        .containsEntry("within", "60");
  }
}

package eu.rempart.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rempart.Patience;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.right.FieldRule;
import eu.rempart.archive.ArchiveService;
import eu.rempart.archive.BinFilter;
import eu.rempart.common.EmailAddress;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.EmailKind;
import eu.rempart.common.PhoneEntry;
import eu.rempart.common.PhoneKind;
import eu.rempart.common.PhoneNumber;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.LinkData;
import eu.rempart.duplicate.DuplicateService;
import eu.rempart.duplicate.Pair;
import eu.rempart.duplicate.Scan;
import eu.rempart.history.HistoryService;
import eu.rempart.history.RecordRef;
import eu.rempart.search.question.Duplicate.Reason;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What stands in a hidden field is not told where another thing is made of it. */
class HiddenFieldElsewhereTest extends WithNarrowedMembers {

  private static final String PHONE = "+33 6 12 34 56 78";

  @Autowired private HistoryService history;
  @Autowired private ArchiveService archive;
  @Autowired private DuplicateService duplicates;

  private String word;
  private SignedInMember blind;

  @BeforeEach
  void hide() {
    word = "q" + UUID.randomUUID().toString().substring(0, 8);
    blind =
        narrowed(
            Role.MANAGER,
            without("contact", Map.of("emails", FieldRule.HIDDEN, "phones", FieldRule.HIDDEN)));
  }

  private ContactId reachedBy(@Nullable String last, String address) {
    return contacts.create(
        ContactData.builder()
            .lastName(last)
            .emails(List.of(EmailEntry.of(EmailAddress.of(address), EmailKind.WORK, true)))
            .phones(List.of(PhoneEntry.of(PhoneNumber.of(PHONE, null), PhoneKind.WORK, true)))
            .build());
  }

  @Test
  void whoHasNoNameIsNotCalledByAnAddressThatIsHidden() {
    String address = word + "@client.example";
    ContactId nameless = reachedBy(null, address);
    CompanyId firm = firm("Firm " + word);
    links.link(nameless, firm, new LinkData("Chief", null, true, true));
    RecordRef ref = new RecordRef("contact", nameless.value());
    RecordRef house = new RecordRef("company", firm.value());
    assertThat(history.name(ref)).as("who may see it").isEqualTo(address);

    assertThat(as(blind, () -> history.name(ref))).isEmpty();
    assertThat(as(blind, () -> history.timeline(house)))
        .filteredOn(event -> event.link() != null)
        .isNotEmpty()
        .allSatisfy(event -> assertThat(Objects.requireNonNull(event.link()).name()).isEmpty());
    SignedInMember withoutEmails =
        narrowed(Role.MEMBER, without("contact", Map.of("emails", FieldRule.HIDDEN)));
    assertThat(as(withoutEmails, () -> history.name(ref))).isEqualTo(PHONE);

    as(blind, () -> contacts.archive(List.of(nameless)));
    assertThat(as(blind, () -> archive.page(BinFilter.ALL, null, 200)).entries())
        .filteredOn(entry -> entry.root().equals(ref))
        .singleElement()
        .satisfies(entry -> assertThat(entry.name()).isEmpty());
    BinFilter byAddress = new BinFilter(word, null, null, null, null, null);
    assertThat(as(blind, () -> archive.page(byAddress, null, 200)).entries()).isEmpty();
    assertThat(archive.page(byAddress, null, 200).entries()).hasSize(1);
  }

  @Test
  void noPairTellsThatTwoShareWhatIsHidden() {
    String address = word + "@client.example";
    ContactId one = reachedBy("Anders" + word, address);
    ContactId other = reachedBy("Bertil" + word, address);
    ContactId twin = reachedBy("Twin" + word, word + "@one.example");
    ContactId again = reachedBy("Twin" + word, word + "@one.example");
    scan(admin());
    assertThat(reasons(one, other))
        .hasValueSatisfying(all -> assertThat(all).contains(Reason.EMAIL));
    assertThat(reasons(twin, again))
        .hasValueSatisfying(all -> assertThat(all).contains(Reason.EMAIL, Reason.NAME));

    assertThat(as(blind, () -> reasons(one, other))).isEmpty();
    assertThat(as(blind, () -> reasons(twin, again))).contains(Set.of(Reason.NAME));

    scan(blind);
    assertThat(reasons(twin, again))
        .as("what she may not know others know all the same")
        .hasValueSatisfying(all -> assertThat(all).contains(Reason.EMAIL, Reason.NAME));
  }

  private void scan(SignedInMember member) {
    Scan scan = as(member, () -> duplicates.scan("contact"));
    await().atMost(Patience.LONG).until(scan::ended);
    assertThat(scan.failed()).isFalse();
  }

  private Optional<Set<Reason>> reasons(ContactId one, ContactId other) {
    Set<UUID> both = Set.of(one.value(), other.value());
    return duplicates.open("contact", 2_000).stream()
        .filter(pair -> Set.of(pair.first(), pair.second()).equals(both))
        .map(Pair::reasons)
        .findFirst();
  }
}

package eu.rempart.duplicate.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import eu.rempart.Patience;
import eu.rempart.WithFirm;
import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.bulk.BulkRun;
import eu.rempart.bulk.BulkService;
import eu.rempart.bulk.BulkState;
import eu.rempart.common.EmailAddress;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.EmailKind;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.Link;
import eu.rempart.contact.LinkData;
import eu.rempart.duplicate.DuplicateService;
import eu.rempart.duplicate.Pair;
import eu.rempart.duplicate.Scan;
import eu.rempart.search.question.Duplicate;
import eu.rempart.tag.Tag;
import eu.rempart.tag.TagService;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two records of one person, from the scan to the merge and back. */
class DuplicateScreensTest extends WithFirm {

  @Autowired private DuplicateService duplicates;
  @Autowired private BulkService bulk;
  @Autowired private TagService tags;

  private ContactId contact(String first, String last, String email, UUID... tagged) {
    return contacts.create(
        ContactData.builder()
            .firstName(first)
            .lastName(last)
            .emails(List.of(EmailEntry.of(EmailAddress.of(email), EmailKind.WORK, true)))
            .tags(Set.of(tagged))
            .build());
  }

  private void scan() {
    scan("contact");
  }

  private void scan(String kind) {
    Scan scan = duplicates.scan(kind);
    await().atMost(Patience.LONG).until(scan::ended);
    assertThat(scan.failed()).isFalse();
  }

  private List<Pair> pairsOf(ContactId id) {
    return duplicates.open("contact", 500).stream()
        .filter(pair -> pair.first().equals(id.value()) || pair.second().equals(id.value()))
        .toList();
  }

  private Button merge(String name) {
    while (find(Button.class).withText("Show more").exists()) {
      click("Show more");
    }
    return find(Button.class)
        .withCondition(
            button -> button.getAriaLabel().orElse("").equals("Compare and merge: " + name))
        .single();
  }

  private void mergeAndWait() {
    click("Merge");
    await()
        .pollInSameThread()
        .atMost(Patience.LONG)
        .untilAsserted(
            () -> {
              roundTrip();
              assertThat(says("Two records are one now.")).isTrue();
            });
  }

  @Test
  void pageTellsNothingSearchedFromNothingFound() {
    firm("Left behind");
    firm("Left behind");
    // these, and those of companies that other tests left in the same firm: none is found anew
    scan("company");
    duplicates.open("company", 500).forEach(duplicates::part);
    navigate(DuplicatesView.class);
    RadioButtonGroup<?> kinds = find(RadioButtonGroup.class).withLabel("Records").single();
    test(kinds).selectItem("Companies");
    assertThat(find(H2.class).single().getText()).isEqualTo("No search has run yet");

    click("Look for duplicates");
    await()
        .pollInSameThread()
        .atMost(Patience.LONG)
        .untilAsserted(
            () -> {
              roundTrip();
              ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
              assertThat(find(H2.class).all())
                  .extracting(H2::getText)
                  .containsExactly("No duplicates found");
            });
  }

  @Test
  void namesakesOfTwoCompaniesAreNoPairAndColleaguesAreTheLikeliest() {
    CompanyId mill = firm("Tweeling Molen");
    CompanyId bakery = firm("Tweeling Bakkerij");
    ContactId miller = at(mill, contact("Piet", "Tweeling", "piet@molen.example"));
    ContactId baker = at(bakery, contact("Piet", "Tweeling", "piet@bakkerij.example"));
    ContactId nowhere = contact("Piet", "Tweeling", "piet@nergens.example");
    ContactId shared = at(bakery, contact("Piet", "Tweeling", "piet@molen.example"));
    scan();

    assertThat(reasons(miller, baker)).isEmpty();
    assertThat(reasons(miller, nowhere)).containsExactly(Duplicate.Reason.NAME);
    assertThat(reasons(baker, nowhere)).containsExactly(Duplicate.Reason.NAME);
    assertThat(reasons(miller, shared))
        .containsExactlyInAnyOrder(Duplicate.Reason.NAME, Duplicate.Reason.EMAIL);
    assertThat(reasons(baker, shared))
        .containsExactlyInAnyOrder(Duplicate.Reason.NAME, Duplicate.Reason.COMPANY);

    // of one name and one house comes before what only has the name
    List<Pair> his = pairsOf(baker);
    assertThat(his.getFirst().reasons()).contains(Duplicate.Reason.COMPANY);
    navigate(DuplicatesView.class);
    assertThat(says("Same company")).isTrue();
  }

  private ContactId at(CompanyId firm, ContactId contact) {
    links.link(contact, firm, new LinkData(null, null, true, true));
    return contact;
  }

  private Set<Duplicate.Reason> reasons(ContactId one, ContactId other) {
    return pairsOf(one).stream()
        .filter(pair -> pairsOf(other).contains(pair))
        .findFirst()
        .map(Pair::reasons)
        .orElse(Set.of());
  }

  @Test
  void twoBecomeOneWithAllThatBelongedToThemAndAreTwoAgain() {
    Tag old = tags.create("Old card");
    Tag fresh = tags.create("Fresh card");
    ContactId one = contact("Jon", "Dubbelganger", "jon@dubbel.example", old.id().value());
    ContactId other = contact("John", "Dubbelganger", "john@dubbel.example", fresh.id().value());
    CompanyId firm = firm("Dubbel & Zoon");
    links.link(other, firm, new LinkData("Baker", null, true, true));
    scan();
    assertThat(pairsOf(one)).hasSize(1);

    navigate(DuplicatesView.class);
    merge("Jon Dubbelganger").click();
    @SuppressWarnings("unchecked")
    RadioButtonGroup<Boolean> first = find(RadioButtonGroup.class).withLabel("First name").single();
    first.setValue(false);
    mergeAndWait();

    ContactData merged = contacts.find(one).orElseThrow().data();
    assertThat(merged.firstName()).isEqualTo("John");
    assertThat(merged.emails())
        .extracting(email -> email.address().value())
        .containsExactly("jon@dubbel.example", "john@dubbel.example");
    assertThat(merged.emails()).filteredOn(EmailEntry::primary).hasSize(1);
    assertThat(merged.tags()).containsExactlyInAnyOrder(old.id().value(), fresh.id().value());
    assertThat(links.of(one)).extracting(Link::companyId).containsExactly(firm);
    assertThat(contacts.find(other)).isEmpty();

    BulkRun run =
        bulk.recent().stream()
            .filter(each -> each.what().equals("merge"))
            .findFirst()
            .orElseThrow();
    var undo = bulk.undo(run.id(), () -> {});
    await().atMost(Patience.LONG).until(() -> undo.state() != BulkState.RUNNING);
    assertThat(undo.state()).isEqualTo(BulkState.UNDONE);
    assertThat(contacts.find(one).orElseThrow().data().firstName()).isEqualTo("Jon");
    assertThat(contacts.find(other).orElseThrow().data().emails()).hasSize(1);
    assertThat(links.of(other)).extracting(Link::companyId).containsExactly(firm);
    assertThat(links.of(one)).isEmpty();
  }

  @Test
  void bothEmployedByTheSameFirmKeepsOneLink() {
    ContactId one = contact("Linka", "Dubbelband", "linka@band.example");
    ContactId other = contact("Linka", "Dubbelband", "linka2@band.example");
    CompanyId firm = firm("Band BV");
    links.link(one, firm, new LinkData("First", null, true, true));
    links.link(other, firm, new LinkData("Second", null, true, true));
    scan();

    navigate(DuplicatesView.class);
    merge("Linka Dubbelband").click();
    mergeAndWait();
    assertThat(contacts.find(other)).isEmpty();

    assertThat(links.of(one)).extracting(link -> link.data().jobTitle()).containsExactly("First");
  }

  @Test
  void aPairThatIsTwoIsNotProposedAgain() {
    ContactId one = contact("Tweel", "Ingen", "tweel@ingen.example");
    contact("Tweel", "Ingen", "ander@ingen.example");
    scan();
    Pair pair = pairsOf(one).getFirst();

    duplicates.part(pair);
    scan();
    assertThat(pairsOf(one)).isEmpty();

    duplicates.join(pair);
    assertThat(pairsOf(one)).hasSize(1);
  }

  @Test
  void aPairThatNoLongerIsOneIsForgottenByTheNextScan() {
    ContactId one = contact("Weg", "Vandaan", "weg@vandaan.example");
    ContactId other = contact("Weg", "Vandaan", "weg2@vandaan.example");
    scan();
    assertThat(pairsOf(one)).hasSize(1);

    contacts.archive(List.of(other));
    scan();

    assertThat(pairsOf(one)).isEmpty();
  }

  @Test
  void readersLookAtPairsAndChangeNone() {
    Pair pair = new Pair("contact", new UUID(0, 1), new UUID(0, 2), Set.of());
    actAs(Role.READER);
    navigate(DuplicatesView.class);

    assertThat(offers("Look for duplicates")).isFalse();
    assertThatThrownBy(() -> duplicates.scan("contact")).isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> duplicates.part(pair)).isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> duplicates.join(pair)).isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> duplicates.pointElsewhere("contact", pair.first(), pair.second()))
        .isInstanceOf(NotPermittedException.class);
    actAs(Role.ENGINEER);
    assertThatThrownBy(() -> duplicates.open("contact", 1))
        .isInstanceOf(NotPermittedException.class);
  }
}

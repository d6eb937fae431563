package eu.rempart.privacy.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.Patience;
import eu.rempart.WithFirm;
import eu.rempart.account.Role;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.LinkData;
import eu.rempart.contact.ui.ContactNavigation;
import eu.rempart.history.RecordRef;
import eu.rempart.note.NoteId;
import eu.rempart.note.NoteService;
import eu.rempart.note.Written;
import eu.rempart.privacy.ErasureJob;
import eu.rempart.privacy.PrivacyService;
import eu.rempart.privacy.trace.Treatment;
import eu.rempart.search.SearchIndex;
import eu.rempart.shell.part.ProgressDialog;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Where a person is in the records of others, and their erasure, as people see it. */
class LawScreensTest extends WithFirm {

  private static final List<String> INDEXED =
      List.of(
          "company",
          "contact",
          "deal",
          "activity",
          "note",
          "document",
          "email",
          "quote",
          "product");

  @Autowired private NoteService notes;
  @Autowired private PrivacyService privacy;
  @Autowired private SearchIndex index;

  private final String surname = "Q" + UUID.randomUUID().toString().substring(0, 8);

  private ContactId lea() {
    ContactId lea = person("Lea", surname);
    // nobody is erased before the whole index was asked
    await()
        .pollInSameThread()
        .atMost(Patience.LONG)
        .until(() -> INDEXED.stream().allMatch(kind -> index.state(kind).ready()));
    return lea;
  }

  private void show(ContactId person) {
    open(ContactNavigation.details(person), "tab=details");
  }

  private Button erase() {
    Button erase =
        find(Button.class, find(PersonDialog.class).single())
            .withText("Erase this person…")
            .single();
    await()
        .pollInSameThread()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () -> {
              roundTrip();
              assertThat(erase.isEnabled())
                  .as(find(TracesPart.class).single().getElement().getTextRecursively())
                  .isTrue();
            });
    return erase;
  }

  /** Comes once the erasure, which runs apart from the screen, has ended. */
  private CertificateDialog certificate() {
    await()
        .pollInSameThread()
        .atMost(Duration.ofMinutes(2))
        .until(
            () -> {
              roundTrip();
              return find(CertificateDialog.class).exists();
            });
    return find(CertificateDialog.class).single();
  }

  @Test
  void whoeverWasErasedMeanwhileIsSaidToBeGone() throws InterruptedException {
    ContactId lea = lea();
    show(lea);
    click("Find all data about this person");
    erase().click();
    find(TextField.class, find(EraseDialog.class).single()).single().setValue("erase");
    ErasureJob other = privacy.start(lea, Map.of());
    other.await();
    assertThat(other.state()).isEqualTo(ErasureJob.State.DONE);
    click("Erase for good");

    await()
        .pollInSameThread()
        .atMost(Duration.ofMinutes(2))
        .until(
            () -> {
              roundTrip();
              return !find(PersonDialog.class).exists();
            });
    assertThat(find(ProgressDialog.class).exists()).isFalse();
    assertThat(find(CertificateDialog.class).exists()).as("they have none of this").isFalse();
  }

  @Test
  void onlyWhoMayEraseIsOfferedIt() {
    ContactId lea = lea();
    for (Role role : List.of(Role.MANAGER, Role.MEMBER, Role.READER)) {
      actAs(role);
      show(lea);
      click("Find all data about this person");
      assertThat(offers("Erase this person…")).as(role.name()).isFalse();
      find(PersonDialog.class).single().close();
      roundTrip();
    }
    admin();
    show(lea);
    click("Find all data about this person");
    assertThat(erase().isVisible()).isTrue();
  }

  @Test
  void aPersonIsErasedOnceTheWordIsTypedAndTheCertificateSaysWhatWent() {
    ContactId lea = lea();
    show(lea);
    click("Find all data about this person");
    erase().click();
    TextField word = find(TextField.class, find(EraseDialog.class).single()).single();
    word.setValue("yes");
    click("Erase for good");
    assertThat(word.isInvalid()).isTrue();
    assertThat(contacts.find(lea)).isPresent();

    word.setValue(" ERASE ");
    click("Erase for good");
    CertificateDialog certificate = certificate();

    assertThat(contacts.find(lea)).isEmpty();
    assertThat(find(EraseDialog.class).exists()).isFalse();
    assertThat(find(PersonDialog.class).exists()).isFalse();
    assertThat(find(ProgressDialog.class).exists()).isFalse();
    assertThat(find(Paragraph.class, certificate).single().getText())
        .contains(lea.toString())
        .doesNotContain(surname);
    assertThat(find(ListItem.class, certificate).all())
        .extracting(ListItem::getText)
        .contains("Contact, rows erased: 1");
    click("Close");
    assertThat(find(CertificateDialog.class).exists()).isFalse();
  }

  @Test
  void whatOthersSayOfAPersonIsListedPageByPageAndGoesAsChosen() {
    ContactId lea = lea();
    CompanyId firm = firm("Kessel Works");
    links.link(lea, firm, new LinkData("Boss", null, true, true));
    RecordRef about = new RecordRef("company", firm.value());
    List<NoteId> written =
        java.util.stream.IntStream.range(0, 25)
            .mapToObj(i -> notes.write(about, "<p>" + i + " Lea " + surname + "</p>"))
            .map(kept -> ((Written.Kept) kept).note().id())
            .toList();
    show(lea);
    click("Find all data about this person");
    Button erase = erase();
    TraceGroup group = find(TraceGroup.class).single();
    assertThat(group.getElement().getTextRecursively())
        .contains("Texts that name them (25)", "names them now");
    assertThat(find(ListItem.class, group).all()).hasSize(TraceGroup.PAGE);
    click("Show more (5 left)");
    assertThat(find(ListItem.class, group).all()).hasSize(25);

    @SuppressWarnings("unchecked")
    Select<Treatment> all = find(Select.class, group).withAriaLabel("All of these").single();
    all.setValue(Treatment.ERASE);
    @SuppressWarnings("unchecked")
    Select<Treatment> one =
        find(Select.class, group)
            .withCondition(
                select -> select.getAriaLabel().orElse("").toString().contains(": 7 Lea"))
            .single();
    assertThat(one.getValue()).isEqualTo(Treatment.ERASE);
    one.setValue(Treatment.KEEP);
    erase.click();
    find(TextField.class, find(EraseDialog.class).single()).single().setValue("erase");
    click("Erase for good");
    CertificateDialog certificate = certificate();

    assertThat(written)
        .filteredOn(id -> notes.find(id).isPresent())
        .containsExactly(written.get(7));
    assertThat(find(ListItem.class, certificate).all())
        .extracting(ListItem::getText)
        .contains(
            "Note, rows erased: 24",
            "Note, left by the administrator, may still name the person: 1");
  }

  @Test
  void whoMayNotEraseSeesTheRecordsAndNoChoice() {
    ContactId lea = lea();
    CompanyId firm = firm("Kessel Works");
    links.link(lea, firm, new LinkData("Boss", null, true, true));
    notes.write(new RecordRef("company", firm.value()), "<p>Lea " + surname + "</p>");
    actAs(Role.READER);
    show(lea);
    click("Find all data about this person");
    await()
        .pollInSameThread()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () -> {
              roundTrip();
              assertThat(find(TraceGroup.class).all()).hasSize(1);
            });
    assertThat(find(Select.class, find(TraceGroup.class).single()).exists()).isFalse();
  }
}

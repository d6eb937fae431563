package eu.rempart.privacy.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
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
import eu.rempart.privacy.Consent;
import eu.rempart.privacy.ConsentService;
import eu.rempart.privacy.trace.Treatment;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a person agreed to, where else they are, and their erasure, as people see it. */
class LawScreensTest extends WithFirm {

  @Autowired private ConsentService consents;
  @Autowired private NoteService notes;

  private final String surname = "Q" + UUID.randomUUID().toString().substring(0, 8);

  private ContactId lea() {
    ContactId lea = person("Lea", surname);
    await().pollInSameThread().until(() -> notes.indexState().ready());
    return lea;
  }

  private void show(ContactId person) {
    open(ContactNavigation.details(person), "tab=details");
  }

  private List<String> card() {
    return find(ListItem.class).withClassName("consent").all().stream()
        .map(line -> line.getElement().getTextRecursively())
        .toList();
  }

  private Button labelled(String label) {
    return find(Button.class)
        .withCondition(button -> label.equals(button.getAriaLabel().orElse("")))
        .all()
        .getLast();
  }

  @SuppressWarnings("unchecked")
  private RadioButtonGroup<Boolean> said() {
    return find(RadioButtonGroup.class, find(ConsentDialog.class).single()).single();
  }

  @Test
  void aConsentIsNotedAndTakenBack() {
    ContactId lea = lea();
    show(lea);
    assertThat(find(Paragraph.class).withTextContaining("Nothing is noted").exists()).isTrue();
    click("Note a consent");
    fill("Purpose", "Newsletter");
    fill("Where they said so", "At the fair");
    click("Save");

    assertThat(find(ConsentDialog.class).exists()).isFalse();
    assertThat(card())
        .singleElement()
        .asString()
        .contains("Newsletter", "Consent given", "At the fair");

    labelled("Change the consent to Newsletter").click();
    assertThat(said().getValue()).as("what is noted is that they changed their mind").isFalse();
    click("Save");

    assertThat(card()).singleElement().asString().contains("Newsletter", "Consent withdrawn");
    assertThat(consents.of(lea)).singleElement().matches(consent -> !consent.given());
  }

  @Test
  void aConsentNeedsAPurposeAndADay() {
    ContactId lea = lea();
    show(lea);
    click("Note a consent");
    click("Save");
    TextField purpose = find(TextField.class).withLabel("Purpose").single();
    assertThat(purpose.isInvalid()).isTrue();
    assertThat(purpose.getErrorMessage()).contains("500");

    fill("Purpose", "Newsletter");
    DatePicker day = find(DatePicker.class, find(ConsentDialog.class).single()).single();
    day.setValue(null);
    click("Save");
    assertThat(day.isInvalid()).isTrue();
    assertThat(find(ConsentDialog.class).exists()).isTrue();
    assertThat(consents.of(lea)).isEmpty();
  }

  @Test
  void whoComesSecondIsTold() {
    ContactId lea = lea();
    consents.add(lea, "Newsletter", true, LocalDate.of(2026, 11, 2), null);
    show(lea);
    labelled("Change the consent to Newsletter").click();
    Consent before = consents.of(lea).getFirst();
    consents.change(before, true, LocalDate.of(2026, 11, 3), "call");
    click("Save");
    assertThat(find(ConsentDialog.class).exists()).as("nothing that was typed is lost").isTrue();
    assertThat(consents.of(lea).getFirst().source()).isEqualTo("call");
  }

  @Test
  void whoMayOnlyReadSeesConsentsAndNoButtons() {
    ContactId lea = lea();
    consents.add(lea, "Newsletter", true, LocalDate.of(2026, 11, 2), null);
    actAs(Role.READER);
    show(lea);
    assertThat(card()).hasSize(1);
    assertThat(offers("Note a consent")).isFalse();
    assertThat(find(Button.class, find(ListItem.class).withClassName("consent").single()).exists())
        .isFalse();
  }

  private Button erase() {
    Button erase =
        find(Button.class, find(PersonDialog.class).single())
            .withText("Erase this person…")
            .single();
    await()
        .pollInSameThread()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              roundTrip();
              return erase.isEnabled();
            });
    return erase;
  }

  @Test
  void onlyWhoMayEraseIsOfferedIt() {
    ContactId lea = lea();
    for (Role role : List.of(Role.MANAGER, Role.MEMBER, Role.READER)) {
      actAs(role);
      show(lea);
      click("Where is this person?");
      assertThat(offers("Erase this person…")).as(role.name()).isFalse();
      find(PersonDialog.class).single().close();
      roundTrip();
    }
    admin();
    show(lea);
    click("Where is this person?");
    assertThat(erase().isVisible()).isTrue();
  }

  @Test
  void aPersonIsErasedOnceTheWordIsTypedAndTheCertificateSaysWhatWent() {
    ContactId lea = lea();
    show(lea);
    click("Where is this person?");
    erase().click();
    TextField word = find(TextField.class, find(EraseDialog.class).single()).single();
    word.setValue("yes");
    click("Erase for good");
    assertThat(word.isInvalid()).isTrue();
    assertThat(contacts.find(lea)).isPresent();

    word.setValue(" ERASE ");
    click("Erase for good");

    assertThat(contacts.find(lea)).isEmpty();
    assertThat(find(EraseDialog.class).exists()).isFalse();
    assertThat(find(PersonDialog.class).exists()).isFalse();
    CertificateDialog certificate = find(CertificateDialog.class).single();
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
    click("Where is this person?");
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

    assertThat(written)
        .filteredOn(id -> notes.find(id).isPresent())
        .containsExactly(written.get(7));
    assertThat(find(ListItem.class, find(CertificateDialog.class).single()).all())
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
    click("Where is this person?");
    await()
        .pollInSameThread()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              roundTrip();
              assertThat(find(TraceGroup.class).all()).hasSize(1);
            });
    assertThat(find(Select.class, find(TraceGroup.class).single()).exists()).isFalse();
  }
}

package eu.rempart.privacy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.WithFirm;
import eu.rempart.account.Role;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ui.ContactNavigation;
import eu.rempart.privacy.Consent;
import eu.rempart.privacy.ConsentService;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a person agreed to, as people see it. */
class ConsentScreensTest extends WithFirm {

  @Autowired private ConsentService consents;

  private final String surname = "Q" + UUID.randomUUID().toString().substring(0, 8);

  private ContactId lea() {
    return person("Lea", surname);
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
}

package eu.rempart.contact.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.common.Birthday;
import eu.rempart.common.EmailAddress;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.EmailKind;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactField;
import eu.rempart.contact.LawfulBasis;
import eu.rempart.shell.custom.CustomBook;
import eu.rempart.shell.field.ChoiceField;
import eu.rempart.shell.tag.NoTags;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContactFormTest extends BrowserlessTest {

  private static final UUID OWNER = UUID.randomUUID();
  private static final ContactData CAMILLE =
      ContactData.builder()
          .ownerId(OWNER)
          .salutation("Mme")
          .firstName("Camille")
          .lastName("Le Goff")
          .emails(
              List.of(
                  EmailEntry.of(EmailAddress.of("camille@ponant.example"), EmailKind.WORK, true)))
          .birthday(new Birthday(MonthDay.of(3, 7), null))
          .language("br")
          .doNotCall(true)
          .lawfulBasis(LawfulBasis.CONSENT)
          .basisSource("Fair in Lille")
          .basisDate(LocalDate.of(2026, 2, 28))
          .description("Sails on Sundays.")
          .externalId("p-1")
          .build();

  @Override
  protected Set<String> scanPackages() {
    return Set.of("eu.rempart.shell.field");
  }

  private static ContactForm form(ContactData data, Map<ContactField, String> unopenable) {
    var form =
        new ContactForm(Map.of(OWNER, "Alix"), new NoTags(), CustomBook.EMPTY, new ChoiceField<>());
    UI.getCurrent().add(form);
    form.show(data, unopenable);
    return form;
  }

  @Test
  void givesBackWhatItShows() {
    var form = form(CAMILLE, Map.of());

    assertThat(form.value().map(ContactTyped::data)).contains(CAMILLE);
    assertThat(form.isChanged()).isFalse();
  }

  @Test
  void noticesWhatIsTyped() {
    var form = form(CAMILLE, Map.of());

    test(find(TextField.class).withCaption("Last name").single()).setValue("Kerros");

    assertThat(form.isChanged()).isTrue();
    assertThat(form.value().map(ContactTyped::data))
        .contains(CAMILLE.toBuilder().lastName("Kerros").build());
  }

  @Test
  void asksForSomethingToCallThemBy() {
    var form = form(ContactData.EMPTY, Map.of());

    assertThat(form.value()).isEmpty();
    var lastName = find(TextField.class).withCaption("Last name").single();
    assertThat(lastName.isInvalid()).isTrue();
    assertThat(lastName.getErrorMessage()).startsWith("Give a name");
  }

  @Test
  void leavesASealedFieldAloneAndSaysSo() {
    var form =
        form(
            ContactData.builder().firstName("Camille").build(),
            Map.of(ContactField.LAST_NAME, "S-4F2A"));

    assertThat(find(TextField.class).withCaption("Last name").single().getHelperText())
        .contains("S-4F2A");
    assertThat(form.value().map(typed -> typed.data().lastName())).isEmpty();
  }

  @Test
  void saysNoMoreOfASealedFieldOnceItIsFilledIn() {
    form(ContactData.builder().firstName("Camille").build(), Map.of(ContactField.LAST_NAME, "S-1"));
    var lastName = find(TextField.class).withCaption("Last name").single();

    test(lastName).setValue("Morvan");
    assertThat(lastName.getHelperText()).isNullOrEmpty();
    test(lastName).setValue("");
    assertThat(lastName.getHelperText()).as("it stays as it is, again").contains("S-1");
  }
}

package eu.rempart.shell.field;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.ValueContext;
import eu.rempart.common.CountryCode;
import eu.rempart.common.EmailAddress;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.EmailKind;
import eu.rempart.common.PhoneEntry;
import eu.rempart.common.PhoneKind;
import eu.rempart.common.PhoneNumber;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EntriesFieldTest extends BrowserlessTest {

  private static final EmailEntry WORK =
      EmailEntry.of(EmailAddress.of("camille@work.example"), EmailKind.WORK, true);
  private static final EmailEntry HOME =
      new EmailEntry(EmailAddress.of("camille@home.example"), EmailKind.HOME, false, true, false);

  @Override
  protected Set<String> scanPackages() {
    return Set.of("eu.rempart.shell.field");
  }

  @Test
  void givesBackWhatItWasGiven() {
    var field = emails(WORK, HOME);

    assertThat(field.getValue()).containsExactly(WORK, HOME);
  }

  @Test
  void makesTheFirstNewLineThePrimaryOne() {
    var field = emails();
    test(find(Button.class).withText("Add email").single()).click();
    test(find(TextField.class).withAriaLabel("Email address").single()).setValue("a@b.example");

    assertThat(field.getValue())
        .containsExactly(EmailEntry.of(EmailAddress.of("a@b.example"), EmailKind.WORK, true));
  }

  @Test
  void keepsExactlyOnePrimaryWhenItMovesOrGoes() {
    var field = emails(WORK, HOME);
    test(find(NativeButton.class).withClassName("entry-star").atIndex(2)).click();
    assertThat(field.getValue()).extracting(EmailEntry::primary).containsExactly(false, true);

    test(find(Button.class).withAriaLabel("Remove this line").atIndex(2)).click();
    assertThat(field.getValue()).extracting(EmailEntry::primary).containsExactly(true);
  }

  @Test
  void refusesToSaveWhileALineIsNoAddress() {
    var field = emails(WORK);
    var input = find(TextField.class).withAriaLabel("Email address").single();
    test(input).setValue("camille at work");

    var result = field.getDefaultValidator().apply(field.getValue(), new ValueContext());
    assertThat(result.isError()).isTrue();
    assertThat(input.isInvalid()).isTrue();

    test(input).setValue("camille@work.example");
    assertThat(field.getDefaultValidator().apply(field.getValue(), new ValueContext()).isError())
        .isFalse();
  }

  @Test
  @SuppressWarnings("unchecked") // a class literal has no type arguments
  void aNewNumberSaysItselfWhatRingsThereUntilAPersonDoes() {
    var field = new PhonesField(CountryCode.of("FR"));
    UI.getCurrent().add(field);
    test(find(Button.class).withText("Add phone").single()).click();
    var input = find(TextField.class).withAriaLabel("Phone number").single();

    test(input).setValue("02.32 45 67 89");
    assertThat(field.getValue()).extracting(PhoneEntry::kind).containsExactly(PhoneKind.WORK);
    test(input).setValue("06 12 34 56 78");
    assertThat(field.getValue()).extracting(PhoneEntry::kind).containsExactly(PhoneKind.MOBILE);

    test((Select<PhoneKind>) find(Select.class).withAriaLabel("Kind").single()).selectItem("Fax");
    test(input).setValue("02.32 45 67 80");
    assertThat(field.getValue()).extracting(PhoneEntry::kind).containsExactly(PhoneKind.FAX);
  }

  @Test
  void keepsAPhoneNumberNobodyUnderstandsAsTyped() {
    var field = new PhonesField(CountryCode.of("FR"));
    UI.getCurrent().add(field);
    test(find(Button.class).withText("Add phone").single()).click();
    var input = find(TextField.class).withAriaLabel("Phone number").single();

    test(input).setValue("ask for Luc");
    assertThat(field.getValue().getFirst().number().typed()).isEqualTo("ask for Luc");
    assertThat(input.getHelperText()).startsWith("Kept as typed");

    test(input).setValue("03 20 55 12 12");
    assertThat(field.getValue().getFirst().number().e164()).isEqualTo("+33320551212");
    assertThat(input.getHelperText()).isEmpty();
  }

  @Test
  @SuppressWarnings("unchecked") // a class literal has no type arguments
  void numberIsReadInTheCountryOfTheAddress() {
    var addresses = new AddressesField();
    var field = new PhonesField(CountryCode.of("FR")).at(addresses);
    UI.getCurrent().add(field, addresses);
    test(find(Button.class).withText("Add phone").single()).click();
    test(find(TextField.class).withAriaLabel("Phone number").single()).setValue("0221 / 55 66-77");
    assertThat(e164(field)).containsExactly("+33221556677");

    test(find(Button.class).withText("Add address").single()).click();
    test((ChoiceField<CountryCode>) find(ChoiceField.class).withLabel("Country").single())
        .selectItem("Germany");
    assertThat(e164(field)).containsExactly("+49221556677");
    assertThat(field.getValue().getFirst().number().typed()).isEqualTo("0221 / 55 66-77");
  }

  @Test
  @SuppressWarnings("unchecked") // a class literal has no type arguments
  void knownNumberStaysAsItWasRead() {
    var addresses = new AddressesField();
    var field = new PhonesField(CountryCode.of("BE")).at(addresses);
    var known = PhoneNumber.of("02 32 45 67 89", CountryCode.of("FR"));
    field.setValue(List.of(PhoneEntry.of(known, PhoneKind.WORK, true)));
    UI.getCurrent().add(field, addresses);
    test(find(Button.class).withText("Add address").single()).click();
    test((ChoiceField<CountryCode>) find(ChoiceField.class).withLabel("Country").single())
        .selectItem("Belgium");
    test(find(Button.class).withText("Add phone").single()).click();
    test(find(TextField.class).withAriaLabel("Phone number").atIndex(2)).setValue("02 555 12 00");

    assertThat(e164(field)).containsExactly("+33232456789", "+3225551200");
  }

  private static List<String> e164(PhonesField field) {
    return field.getValue().stream().map(entry -> entry.number().dialled()).toList();
  }

  @Test
  void leavesOutAnAddressOfWhichNothingIsKnown() {
    var field = new AddressesField();
    UI.getCurrent().add(field);
    test(find(Button.class).withText("Add address").single()).click();
    assertThat(field.getValue()).isEmpty();

    test(find(TextField.class).withLabel("City").single()).setValue("Lille");
    assertThat(field.getValue()).singleElement().matches(address -> address.city().equals("Lille"));
  }

  private static EmailsField emails(EmailEntry... entries) {
    var field = new EmailsField();
    field.setValue(List.of(entries));
    UI.getCurrent().add(field);
    return field;
  }
}

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

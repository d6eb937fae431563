package eu.rempart.shell.field;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.value.ValueChangeMode;
import eu.rempart.shell.field.number.CurrencyField;
import eu.rempart.shell.field.number.DecimalField;
import eu.rempart.shell.field.number.WholeNumberField;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NumberInputTest extends BrowserlessTest {

  /** What a form saves. */
  private static final class Sale {
    private BigDecimal amount = BigDecimal.ONE;

    BigDecimal amount() {
      return amount;
    }

    void amount(BigDecimal value) {
      amount = value;
    }
  }

  private DecimalField shown(DecimalField field) {
    UI.getCurrent().add(field);
    return field;
  }

  private DecimalField amount(Locale locale) {
    UI.getCurrent().setLocale(locale);
    return shown(DecimalField.amount().labelled("Amount"));
  }

  /** The buttons below the field. */
  private static List<Button> readings(DecimalField field) {
    return field.getHelperComponent() == null
        ? List.of()
        : field.getHelperComponent().getChildren().map(Button.class::cast).toList();
  }

  private void choose(DecimalField field, String text) {
    test(readings(field).stream()
            .filter(button -> button.getText().equals(text))
            .findFirst()
            .orElseThrow())
        .click();
  }

  @Test
  void amountsOfOtherLanguagesStayWhatWasTyped() {
    for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.FRENCH}) {
      DecimalField amount = amount(locale);
      for (String text : new String[] {"1250,50", "1250.50", "1.250,50", "1,250.50", "1 250,50"}) {
        amount.clear();
        Typing.into(amount, text);
        assertThat(amount.getValue()).as("%s in %s", text, locale).isEqualByComparingTo("1250.5");
        assertThat(amount.isInvalid()).isFalse();
      }
    }
  }

  @Test
  void whatArrivesAfterTheFieldWasLeftIsJudgedThen() {
    DecimalField amount = amount(Locale.ENGLISH);
    amount.setValueChangeMode(ValueChangeMode.LAZY);
    Typing.leave(amount, "5k");
    assertThat(amount.isInvalid()).isFalse();
    Typing.arrives(amount, "5k");
    assertThat(amount.isInvalid()).isTrue();
    Typing.arrives(amount, "5");
    assertThat(amount.isInvalid()).isFalse();
    Typing.arrives(amount, "5k");
    assertThat(amount.isInvalid()).as("while it is typed").isFalse();
  }

  @Test
  void valuesShowAsThePersonWrites() {
    DecimalField amount = amount(Locale.ENGLISH);
    amount.setValue(new BigDecimal("1250.5"));
    assertThat(Typing.text(amount)).isEqualTo("1,250.50");
    DecimalField montant = amount(Locale.FRENCH);
    montant.setValue(new BigDecimal("1250.5"));
    assertThat(Typing.text(montant)).isEqualTo("1\u00a0250,50");
  }

  @Test
  void whatCouldBeTwoNumbersIsAskedAndBlocks() {
    DecimalField amount = amount(Locale.ENGLISH);
    Typing.into(amount, "1.250");
    assertThat(amount.getValue()).isNull();
    assertThat(amount.isInvalid()).isTrue();
    assertThat(amount.getErrorMessage()).isEqualTo("Which number do you mean?");
    assertThat(amount.check()).isFalse();
    assertThat(readings(amount)).extracting(Button::getText).containsExactly("1.25", "1,250");

    choose(amount, "1,250");
    assertThat(amount.getValue()).isEqualByComparingTo("1250");
    assertThat(Typing.text(amount)).isEqualTo("1,250.00");
    assertThat(amount.isInvalid()).isFalse();
    assertThat(amount.check()).isTrue();
    assertThat(readings(amount)).isEmpty();
  }

  @Test
  void theQuestionGoesWithAnotherText() {
    DecimalField amount = amount(Locale.ENGLISH);
    Typing.into(amount, "1.250");
    Typing.into(amount, "1250");
    assertThat(readings(amount)).isEmpty();
    assertThat(amount.isInvalid()).isFalse();
    Typing.into(amount, "2.500");
    Typing.into(amount, "abc");
    assertThat(readings(amount)).isEmpty();
    assertThat(amount.isInvalid()).isTrue();
  }

  @Test
  void whatIsNoNumberStaysAndBlocks() {
    DecimalField amount = amount(Locale.ENGLISH);
    amount.setValue(BigDecimal.TEN);
    Typing.into(amount, "5k");
    assertThat(Typing.text(amount)).isEqualTo("5k");
    assertThat(amount.getValue()).isNull();
    assertThat(amount.isInvalid()).isTrue();
    assertThat(amount.getErrorMessage()).isEqualTo("This is not a number. Enter it like 1,250.50.");
    assertThat(amount.check()).isFalse();
    Typing.into(amount, "12.345,678");
    assertThat(amount.getErrorMessage()).isEqualTo("Enter at most 2 decimals.");
    Typing.into(amount, "-5");
    assertThat(amount.getErrorMessage()).isEqualTo("Enter a number from 0 up.");
    Typing.into(amount, "");
    assertThat(amount.check()).isTrue();
    assertThat(amount.isInvalid()).isFalse();
  }

  @Test
  void clearingTakesAwayWhatIsNoNumber() {
    DecimalField amount = amount(Locale.ENGLISH);
    Typing.into(amount, "abc");
    amount.clear();
    assertThat(Typing.text(amount)).isEmpty();
    assertThat(amount.check()).isTrue();
  }

  @Test
  void whatIsKeptStaysThoughNobodyMayTypeIt() {
    DecimalField amount = amount(Locale.ENGLISH);
    amount.setValue(new BigDecimal("-12.345"));
    assertThat(amount.getValue()).isEqualByComparingTo("-12.345");
    assertThat(amount.check()).isTrue();
  }

  @Test
  void aBinderSavesNothingUnread() {
    DecimalField amount = amount(Locale.ENGLISH);
    Binder<Sale> binder = new Binder<>();
    binder.forField(amount).bind(Sale::amount, Sale::amount);
    Sale sale = new Sale();
    binder.readBean(sale);
    for (String text : new String[] {"1.250", "abc"}) {
      Typing.into(amount, text);
      assertThat(binder.writeBeanIfValid(sale)).as(text).isFalse();
      assertThat(amount.isInvalid()).as(text).isTrue();
      assertThat(Typing.text(amount)).isEqualTo(text);
    }
    Typing.into(amount, "1.250,50");
    assertThat(amount.isInvalid()).isFalse();
    assertThat(binder.writeBeanIfValid(sale)).isTrue();
    assertThat(sale.amount()).isEqualByComparingTo("1250.5");
  }

  @Test
  void aCurrencyGoesIntoItsField() {
    DecimalField amount = amount(Locale.ENGLISH);
    CurrencyField currency = new CurrencyField();
    UI.getCurrent().add(currency);
    currency.setValue("EUR");
    amount.currencyIn(currency);
    Typing.into(amount, "CHF 1'250.50");
    assertThat(amount.getValue()).isEqualByComparingTo("1250.5");
    assertThat(currency.getValue()).isEqualTo("CHF");
    Typing.into(amount, "€1.250");
    assertThat(currency.getValue()).isEqualTo("CHF");
    choose(amount, "1.25");
    assertThat(currency.getValue()).isEqualTo("EUR");
  }

  @Test
  void aCurrencyThatIsNotThatOfTheRecordIsRefused() {
    DecimalField amount = amount(Locale.ENGLISH);
    amount.currencyIs(() -> "EUR");
    Typing.into(amount, "€5");
    assertThat(amount.getValue()).isEqualByComparingTo("5");
    Typing.into(amount, "$5");
    assertThat(amount.getValue()).isNull();
    assertThat(amount.isInvalid()).isTrue();
  }

  @Test
  void wholeNumbersHaveTheirBounds() {
    UI.getCurrent().setLocale(Locale.ENGLISH);
    WholeNumberField port = new WholeNumberField("Port");
    port.setMin(1);
    port.setMax(65_535);
    UI.getCurrent().add(port);
    Typing.into(port, "8 443");
    assertThat(port.getValue()).isEqualTo(8443);
    port.setValue(1980);
    assertThat(Typing.text(port)).isEqualTo("1980");
    Typing.into(port, "70000");
    assertThat(port.getErrorMessage()).isEqualTo("Enter a number up to 65,535.");
    Typing.into(port, "1,5");
    assertThat(port.getErrorMessage()).isEqualTo("Enter a whole number, in digits.");
    assertThat(port.check()).isFalse();
  }
}

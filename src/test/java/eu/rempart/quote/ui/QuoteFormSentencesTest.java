package eu.rempart.quote.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import eu.rempart.shell.field.number.DecimalField;
import eu.rempart.shell.part.Confirmation;
import eu.rempart.shell.part.Notices;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the form of a quote says, and for how long. */
class QuoteFormSentencesTest extends WithQuotes {

  private static final String UNCLEAR = "A number in a line is not clear. Its field says why.";

  private List<String> notices() {
    return find(Notification.class).all().stream()
        .filter(Notification::isOpened)
        .map(notice -> text(notice.getElement()))
        .toList();
  }

  private DecimalField discount(String how) {
    return find(DecimalField.class).withLabel("Discount on the whole " + how).single();
  }

  private void begin() {
    open(QuoteNavigation.LIST, "");
    click("New quote");
    fill("Title", "Said");
    click("Add line");
  }

  @Test
  void unclearNumberIsSaidUntilItIsMended() {
    begin();
    number("Unit price", "1.250");
    click("Save quote");
    click("Save quote");
    assertThat(notices()).singleElement().asString().contains(UNCLEAR);

    number("Unit price", "1250");
    assertThat(notices()).isEmpty();
  }

  @Test
  void missingNumberIsSaidToBeMissing() {
    begin();
    click("Save quote");
    assertThat(notices()).singleElement().asString().contains("A line lacks a number.");
  }

  @Test
  void errorsGoWithThePageAndNeverPileUp() {
    open(QuoteNavigation.LIST, "");
    Notices.error("Not done");
    Notices.error("Not done");
    assertThat(notices()).hasSize(1);

    roundTrip();
    open("today", "");
    assertThat(notices()).isEmpty();
  }

  @Test
  void discountSaysWhatItEmptied() {
    begin();
    number("Discount on the whole in %", "3");
    number("Discount on the whole as an amount", "10");
    assertThat(discount("in %").getValue()).isNull();
    assertThat(discount("in %").getHelperText()).startsWith("Emptied: 3 stood here.");

    number("Discount on the whole in %", "4");
    assertThat(discount("in %").getHelperText()).isEmpty();
    assertThat(discount("as an amount").getHelperText()).startsWith("Emptied: 10 stood here.");
  }

  @Test
  @SuppressWarnings("unchecked") // a class literal has no type arguments
  void termsOfAnotherLanguageAreSaid() {
    begin();
    Select<String> language = find(Select.class).withLabel("Language of the document").single();
    language.setValue("sv");
    assertThat(language.getHelperText()).startsWith("The letterhead has no terms in Swedish.");
    for (String own : List.of("fr", "de")) { // the firm's, and one with terms of its own
      language.setValue(own);
      assertThat(language.getHelperText()).as(own).isEmpty();
    }
  }

  @Test
  void issuingTellsSignsThatThePdfLacks() {
    show(draft("Usine \uD83C\uDFED \u00e0 Lyon"));
    click("Issue");
    assertThat(text(find(Confirmation.class).single().getElement()))
        .contains("“?” in their place: \uD83C\uDFED");
    test(find(Button.class, find(Confirmation.class).single()).atIndex(1)).click();

    show(draft("Toit"));
    click("Issue");
    assertThat(text(find(Confirmation.class).single().getElement()))
        .doesNotContain("in their place");
  }
}

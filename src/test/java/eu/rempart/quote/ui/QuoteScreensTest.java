package eu.rempart.quote.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.product.ProductData;
import eu.rempart.quote.Quote;
import eu.rempart.quote.QuoteData;
import eu.rempart.quote.QuoteId;
import eu.rempart.quote.QuoteQuery;
import eu.rempart.quote.QuoteRow;
import eu.rempart.quote.QuoteState;
import eu.rempart.quote.TestQuotes;
import eu.rempart.shell.field.Typing;
import eu.rempart.shell.field.number.DecimalField;
import eu.rempart.shell.part.Confirmation;
import eu.rempart.shell.text.Unread;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What people do with quotes, from the products to the answer. */
class QuoteScreensTest extends WithQuotes {

  @Test
  void aQuoteIsWrittenLineByLineAndAddsUpMeanwhile() {
    open(QuoteNavigation.LIST, "");
    click("New quote");
    click("Save quote");
    assertThat(find(TextField.class).withLabel("Title").single().isInvalid()).isTrue();
    fill("Title", "Two lines");
    fill("Customer", "Kunde AG");
    click("Add line");
    test(find(TextArea.class).withLabel("Description").single()).setValue("First");
    click("Save quote");
    assertThat(find(DecimalField.class).withLabel("Unit price").single().isInvalid()).isTrue();
    number("Unit price", "19.99");
    number("Quantity", "12.5");
    assertThat(sums()).contains("249.88");
    click("Add line");
    test(find(TextArea.class).withLabel("Description").all().getLast()).setValue("Second");
    number("Unit price", "100");
    number("Discount in %", "10");
    assertThat(descriptions()).containsExactly("First", "Second");
    press("Move line 2 up");
    assertThat(descriptions()).containsExactly("Second", "First");
    click("Add line");
    press("Remove line 3");
    click("Save quote");

    QuoteRow row = quotes.page(QuoteQuery.ALL, 0, 1).rows().getFirst();
    assertThat(row.title()).isEqualTo("Two lines");
    assertThat(row.net()).isEqualByComparingTo("339.88");
    assertThat(find(H1.class).all()).extracting(H1::getText).contains("Two lines");
    assertThat(text(find(NativeTable.class).single().getElement()))
        .contains("Second", "First", "12.5");
  }

  @Test
  void aDraftIsIssuedAnsweredAndRevisedOnItsPage() {
    QuoteId id = draft("On its way");
    show(id);
    assertThat(says("Draft")).isTrue();
    click("Issue");
    confirm();
    Quote issued = now(id);
    assertThat(issued.standing().kept()).isEqualTo(QuoteState.ISSUED);
    assertThat(says(String.valueOf(issued.standing().number()))).isTrue();
    assertThat(offers("Edit")).isFalse();
    assertThat(offers("Archive")).isFalse();

    click("Accepted");
    assertThat(now(id).standing().kept()).isEqualTo(QuoteState.ACCEPTED);
    click("Take the answer back");
    assertThat(now(id).standing().kept()).isEqualTo(QuoteState.ISSUED);

    click("Revise");
    assertThat(offers("Issue")).isTrue();
    click("Issue");
    confirm();
    assertThat(now(id).standing().kept()).isEqualTo(QuoteState.REVISED);
    show(id);
    assertThat(offers("Revise")).isFalse();
  }

  @Test
  void whatCanNotGoOutIsToldInWordsAndStaysADraft() {
    QuoteId id =
        quotes.create(TestQuotes.roof().toBuilder().title("Nobody's").customerName(null).build());
    show(id);
    click("Issue");
    confirm();
    assertThat(says("Say to whom the quote goes first")).isTrue();
    assertThat(now(id).standing().number()).isNull();
  }

  @Test
  void aProductInAnotherCurrencyIsRefusedInItsLineAndNothingIsLost() {
    products.create(
        new ProductData(
            "Swiss hour " + UUID.randomUUID(),
            null,
            null,
            "h",
            new BigDecimal("90"),
            "CHF",
            "STANDARD",
            new BigDecimal("20"),
            true));
    QuoteId id = draft("Mixed");
    show(id);
    click("Edit");
    @SuppressWarnings("unchecked")
    ComboBox<eu.rempart.product.Product> box =
        find(ComboBox.class).withLabel("Add from products").single();
    box.setValue(
        products.all(Locale.ENGLISH).stream()
            .filter(product -> product.name().startsWith("Swiss hour"))
            .findFirst()
            .orElseThrow());
    assertThat(sums()).contains("another currency");
    click("Save quote");
    assertThat(says("Line 3: The line is in another currency")).isTrue();
    assertThat(descriptions()).hasSize(3);
    assertThat(now(id).version()).isEqualTo(1);
    press("Remove line 3");
    fill("Title", "Not mixed any more");
    click("Save quote");
    assertThat(now(id).data().title()).isEqualTo("Not mixed any more");
  }

  @Test
  void whatSomebodyElseChangedMeanwhileIsKeptTogether() {
    QuoteId id = draft("Ours");
    show(id);
    click("Edit");
    QuoteData before = now(id).data();
    quotes.save(id, 1, before, before.toBuilder().terms("Theirs").build());
    fill("Title", "Mine");
    click("Save quote");
    assertThat(now(id).data().title()).isEqualTo("Mine");
    assertThat(now(id).data().terms()).isEqualTo("Theirs");
  }

  @Test
  void whatSomebodyElseMadeOfTheLinesStaysThoughBothTogetherAreRefusedFirst() {
    QuoteId id = draft("Less of it");
    show(id);
    click("Edit");
    QuoteData before = now(id).data();
    quotes.save(id, 1, before, before.toBuilder().lines(List.of(before.lines().getLast())).build());
    number("Discount on the whole as an amount", "500");
    click("Save quote");
    assertThat(now(id).version()).as("that is more than there is").isEqualTo(2);

    number("Discount on the whole as an amount", "40");
    click("Save quote");
    assertThat(now(id).data().lines()).isEqualTo(List.of(before.lines().getLast()));
    assertThat(now(id).data().totals().net()).isEqualByComparingTo("400");
  }

  @Test
  void aDayThatCanNotBeReadIsNoEmptyOne() {
    LocalDate last = LocalDate.of(2027, 1, 31);
    QuoteId id =
        quotes.create(TestQuotes.roof().toBuilder().title("Until").validUntil(last).build());
    show(id);
    click("Edit");
    fill("Title", "Until then");
    DatePicker until = find(DatePicker.class).withLabel("Valid until").single();
    Unread.type(until, "31.31.2027");
    click("Save quote");
    assertThat(now(id).data().validUntil()).isEqualTo(last);
    assertThat(until.isInvalid()).isTrue();
    assertThat(until.getErrorMessage()).startsWith("This is not a date. Example: ");

    until.setValue(last.plusDays(1));
    click("Save quote");
    assertThat(now(id).data().validUntil()).isEqualTo(last.plusDays(1));
  }

  @Test
  void aNumberThatCanNotBeReadIsNoEmptyOne() {
    QuoteId id = draft("Numbers");
    show(id);
    click("Edit");
    number("Discount on the whole in %", "10");
    click("Save quote");
    show(id);
    click("Edit");
    DecimalField off = find(DecimalField.class).withLabel("Discount on the whole in %").single();
    Typing.into(off, "1.0.0");
    click("Save quote");
    assertThat(now(id).version()).as("it is neither 0 nor 100").isEqualTo(2);
    assertThat(off.getErrorMessage()).isEqualTo("This is not a number. Enter it like 1,250.50.");

    number("Discount on the whole in %", "20");
    DecimalField line = find(DecimalField.class).withLabel("Discount in %").all().getFirst();
    Typing.into(line, "5.5.");
    click("Save quote");
    assertThat(now(id).version()).isEqualTo(2);
    assertThat(line.getErrorMessage()).isEqualTo("This is not a number. Enter it like 1,250.50.");
  }

  @Test
  void aLineThatIsBegunIsNotGivenUpWithoutAQuestion() {
    QuoteId id = draft("Begun");
    show(id);
    click("Edit");
    click("Add line");
    test(find(TextArea.class).withLabel("Description").all().getLast()).setValue("Long thought");
    click("Cancel");
    assertThat(find(Confirmation.class).exists()).isTrue();
  }

  @Test
  void whatWasIssuedWhileSomebodyWroteIsNotChanged() {
    QuoteId id = draft("Race");
    show(id);
    click("Edit");
    steps.issue(id, 1, LocalDate.now(java.time.ZoneOffset.UTC));
    fill("Title", "Too late");
    click("Save quote");
    assertThat(says("Somebody issued this quote meanwhile")).isTrue();
    assertThat(now(id).data().title()).isEqualTo("Race");
  }

  @Test
  void aDraftGoesToTheBinAndComesBack() {
    QuoteId id = draft("Away");
    show(id);
    click("Archive");
    assertThat(quotes.find(id)).isEmpty();
    click("Undo");
    assertThat(now(id).data().title()).isEqualTo("Away");
  }
}

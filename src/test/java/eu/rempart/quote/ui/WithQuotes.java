package eu.rempart.quote.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import eu.rempart.WithFirm;
import eu.rempart.account.CurrentMember;
import eu.rempart.product.ProductService;
import eu.rempart.quote.Quote;
import eu.rempart.quote.QuoteId;
import eu.rempart.quote.QuoteService;
import eu.rempart.quote.QuoteStep;
import eu.rempart.quote.QuoteStepService;
import eu.rempart.quote.TestQuotes;
import eu.rempart.quote.letterhead.LetterheadService;
import eu.rempart.search.Indexes;
import eu.rempart.shell.field.Typing;
import eu.rempart.shell.field.number.DecimalField;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;

/** A firm that offers, and what the form of a quote shows. */
abstract class WithQuotes extends WithFirm {

  @Autowired protected QuoteService quotes;
  @Autowired protected QuoteStepService steps;
  @Autowired protected LetterheadService letterheads;
  @Autowired protected ProductService products;
  @Autowired protected QuoteGlobalSearch search;
  @Autowired protected CurrentMember current;

  @Override
  protected void arrive() {
    super.arrive();
    Indexes.awaitReady(quotes::indexState);
    letterheads.save(letterheads.find().version(), TestQuotes.FIRM);
  }

  protected QuoteId draft(String title) {
    return quotes.create(TestQuotes.roof().toBuilder().title(title).build());
  }

  protected Quote issued(String title) {
    return ((QuoteStep.Done) steps.issue(draft(title), 1, LocalDate.now(java.time.ZoneOffset.UTC)))
        .quote();
  }

  protected Quote now(QuoteId id) {
    return quotes.find(id).orElseThrow();
  }

  protected void show(QuoteId id) {
    open(QuoteNavigation.details(id), "");
  }

  protected void number(String label, String value) {
    Typing.into(find(DecimalField.class).withLabel(label).all().getLast(), value);
  }

  protected void press(String label) {
    test(find(Button.class)
            .withCondition(b -> b.getAriaLabel().filter(label::equals).isPresent())
            .all()
            .getFirst())
        .click();
  }

  protected List<String> descriptions() {
    return find(TextArea.class).withLabel("Description").all().stream()
        .map(TextArea::getValue)
        .toList();
  }

  protected String sums() {
    return text(find(QuoteSums.class).all().getLast().getElement());
  }

  protected static String text(com.vaadin.flow.dom.Element element) {
    return element.getTextRecursively().replace('\u00a0', ' ').replace('\u202f', ' ');
  }
}

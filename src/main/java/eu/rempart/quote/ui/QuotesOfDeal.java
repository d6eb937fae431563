package eu.rempart.quote.ui;

import com.vaadin.flow.component.Component;
import eu.rempart.deal.DealId;
import eu.rempart.quote.QuoteService;
import eu.rempart.shell.RelatedPanel;
import java.util.UUID;
import org.springframework.core.annotation.Order;

/** The quotes of a deal, on the deal's page. */
@org.springframework.stereotype.Component
@Order(15)
final class QuotesOfDeal implements RelatedPanel {

  private final QuoteService quotes;
  private final QuoteStart start;
  private final QuoteLinks links;

  QuotesOfDeal(QuoteService quotes, QuoteStart start, QuoteLinks links) {
    this.quotes = quotes;
    this.start = start;
    this.links = links;
  }

  @Override
  public String kind() {
    return "deal";
  }

  @Override
  public Component show(UUID id) {
    DealId deal = new DealId(id);
    return links.panel(() -> quotes.of(deal, QuoteLinks.SHOWN), () -> start.of(deal));
  }
}

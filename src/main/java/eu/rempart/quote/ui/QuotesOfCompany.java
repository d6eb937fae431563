package eu.rempart.quote.ui;

import com.vaadin.flow.component.Component;
import eu.rempart.company.CompanyId;
import eu.rempart.quote.QuoteService;
import eu.rempart.shell.RelatedPanel;
import java.util.UUID;
import org.springframework.core.annotation.Order;

/** The quotes to a company, on the company's page. */
@org.springframework.stereotype.Component
@Order(25)
final class QuotesOfCompany implements RelatedPanel {

  private final QuoteService quotes;
  private final QuoteStart start;
  private final QuoteLinks links;

  QuotesOfCompany(QuoteService quotes, QuoteStart start, QuoteLinks links) {
    this.quotes = quotes;
    this.start = start;
    this.links = links;
  }

  @Override
  public String kind() {
    return "company";
  }

  @Override
  public Component show(UUID id) {
    CompanyId company = new CompanyId(id);
    return links.panel(() -> quotes.of(company, QuoteLinks.SHOWN), () -> start.of(company));
  }
}

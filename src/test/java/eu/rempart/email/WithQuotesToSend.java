package eu.rempart.email;

import eu.rempart.company.CompanyId;
import eu.rempart.deal.DealId;
import eu.rempart.history.RecordRef;
import eu.rempart.quote.Quote;
import eu.rempart.quote.QuoteId;
import eu.rempart.quote.QuoteService;
import eu.rempart.quote.QuoteStep;
import eu.rempart.quote.QuoteStepService;
import eu.rempart.quote.TestQuotes;
import eu.rempart.quote.letterhead.LetterheadService;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A firm that issues quotes and sends them by mail. */
public abstract class WithQuotesToSend extends WithMail {

  @Autowired protected QuoteService quotes;
  @Autowired protected QuoteStepService steps;
  @Autowired protected LetterheadService letterheads;

  @BeforeEach
  void letterhead() {
    letterheads.save(letterheads.find().version(), TestQuotes.FIRM);
  }

  /** A French draft for somebody, in whatever it is about. */
  protected QuoteId draft(
      String title,
      Known to,
      @Nullable CompanyId firm,
      @Nullable DealId deal,
      @Nullable UUID owner) {
    return quotes.create(
        TestQuotes.roof().toBuilder()
            .title(title)
            .language("fr")
            .contactId(to.id())
            .companyId(firm)
            .dealId(deal)
            .ownerId(owner)
            .build());
  }

  /** One that is issued. */
  protected Quote issued(
      String title,
      Known to,
      @Nullable CompanyId firm,
      @Nullable DealId deal,
      @Nullable UUID owner) {
    return issue(draft(title, to, firm, deal, owner));
  }

  protected Quote issue(QuoteId draft) {
    int version = quotes.find(draft).orElseThrow().version();
    return ((QuoteStep.Done) steps.issue(draft, version, LocalDate.now(ZoneOffset.UTC))).quote();
  }

  protected static String number(Quote quote) {
    return Objects.requireNonNull(quote.standing().number());
  }

  protected static RecordRef ref(Quote quote) {
    return new RecordRef("quote", quote.id().value());
  }
}

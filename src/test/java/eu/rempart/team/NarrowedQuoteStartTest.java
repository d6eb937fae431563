package eu.rempart.team;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.right.FieldRule;
import eu.rempart.common.AddressKind;
import eu.rempart.common.CountryCode;
import eu.rempart.common.PostalAddress;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyId;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealId;
import eu.rempart.deal.line.DealLine;
import eu.rempart.deal.ui.DealNavigation;
import eu.rempart.quote.QuoteData;
import eu.rempart.quote.QuoteService;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A quote that somebody begins on a deal is filled in with what they may fill in. */
class NarrowedQuoteStartTest extends WithNarrowedMembers {

  private static final DealLine WORK =
      new DealLine(
          null, "Work", "h", new BigDecimal("8"), new BigDecimal("55"), "CHF", BigDecimal.ZERO);

  @Autowired private QuoteService quotes;

  private QuoteData begun(Map<String, FieldRule> rules) {
    CompanyId firm =
        companies.create(
            CompanyData.builder()
                .name("Dachdecker GmbH")
                .addresses(
                    List.of(
                        new PostalAddress(
                            AddressKind.WORK,
                            "Hauptstr. 1",
                            "Bonn",
                            "",
                            "53111",
                            CountryCode.of("DE"))))
                .build());
    DealId deal =
        deals.create(
            DealData.builder()
                .name("Roof")
                .stageId(pipeline().stages().getFirst().kept())
                .companyId(firm)
                .currency("CHF")
                .lines(List.of(WORK))
                .build());
    SignedInMember eve = narrowed(Role.MEMBER, without("quote", rules));
    as(
        eve,
        () -> {
          open(DealNavigation.details(deal), "");
          click("New quote");
          click("Save quote");
          return deal;
        });
    return quotes.find(quotes.of(deal, 5).rows().getFirst().id()).orElseThrow().data();
  }

  @Test
  void withLinesThatMayNotBeWrittenThereAreNone() {
    QuoteData quote = begun(Map.of("lines", FieldRule.READ_ONLY));
    assertThat(quote.lines()).isEmpty();
    assertThat(quote.currency()).isEqualTo("CHF");
    assertThat(quote.customerName()).isEqualTo("Dachdecker GmbH");
    assertThat(quote.language()).isEqualTo("de");
  }

  @Test
  void whatIsHiddenStaysAsItIsInAnEmptyQuote() {
    QuoteData quote =
        begun(
            Map.of(
                "language", FieldRule.HIDDEN,
                "customer_name", FieldRule.HIDDEN,
                "currency", FieldRule.READ_ONLY));
    assertThat(quote.language()).isEqualTo(QuoteData.EMPTY.language());
    assertThat(quote.customerName()).isNull();
    assertThat(quote.currency()).isEqualTo(QuoteData.EMPTY.currency());
    assertThat(quote.lines()).as("in another currency").isEmpty();
    assertThat(quote.title()).isEqualTo("Roof");
  }
}

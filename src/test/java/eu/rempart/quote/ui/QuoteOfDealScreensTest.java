package eu.rempart.quote.ui;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.common.AddressKind;
import eu.rempart.common.CountryCode;
import eu.rempart.common.PostalAddress;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyId;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealId;
import eu.rempart.deal.DealService;
import eu.rempart.deal.line.DealLine;
import eu.rempart.deal.pipeline.FirstPipeline;
import eu.rempart.deal.pipeline.PipelineService;
import eu.rempart.deal.ui.DealNavigation;
import eu.rempart.product.ProductData;
import eu.rempart.product.ProductId;
import eu.rempart.quote.QuoteData;
import eu.rempart.quote.QuoteLine;
import eu.rempart.quote.money.Vat;
import eu.rempart.quote.money.VatCategory;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A quote that begins on a deal offers what the deal is about. */
class QuoteOfDealScreensTest extends WithQuotes {

  @Autowired private DealService deals;
  @Autowired private PipelineService pipelines;

  private static DealLine line(@Nullable ProductId product, String text, String currency) {
    return new DealLine(
        product,
        text,
        "h",
        new BigDecimal("12.5"),
        new BigDecimal("19.99"),
        currency,
        BigDecimal.TEN);
  }

  private DealId deal(@Nullable CompanyId company, List<DealLine> lines) {
    return deals.create(
        DealData.builder()
            .name("Roof of the barn")
            .stageId(FirstPipeline.of(pipelines).stages().getFirst().kept())
            .companyId(company)
            .currency(lines.isEmpty() ? "EUR" : lines.getFirst().currency())
            .lines(lines)
            .build());
  }

  private QuoteData begun(DealId deal) {
    open(DealNavigation.details(deal), "");
    click("New quote");
    click("Save quote");
    return now(quotes.of(deal, 5).rows().getFirst().id()).data();
  }

  @Test
  void itTakesOverTheLinesEachTaxedAsItsProductElseAsUsual() {
    ProductId book =
        products.create(
            new ProductData(
                "Book " + UUID.randomUUID(),
                null,
                null,
                "h",
                new BigDecimal("19.99"),
                "EUR",
                "STANDARD",
                new BigDecimal("5.5"),
                true));
    CompanyId firm =
        companies.create(
            CompanyData.builder()
                .name("Dachdecker GmbH")
                .vatNumber("DE123456789")
                .addresses(
                    List.of(
                        new PostalAddress(
                            AddressKind.BILLING,
                            "Hauptstr. 1",
                            "Bonn",
                            "",
                            "53111",
                            CountryCode.of("DE"))))
                .build());
    QuoteData quote =
        begun(
            deal(
                firm,
                List.of(
                    line(book, "Book", "EUR"),
                    line(null, "Work", "EUR"),
                    line(new ProductId(UUID.randomUUID()), "Gone", "EUR"))));
    assertThat(quote.lines())
        .extracting(QuoteLine::description)
        .containsExactly("Book", "Work", "Gone");
    assertThat(quote.lines())
        .extracting(QuoteLine::vat)
        .containsExactly(
            Vat.standard("5.5"),
            Vat.none(VatCategory.REVERSE_CHARGE),
            Vat.none(VatCategory.REVERSE_CHARGE));
    assertThat(quote.lines().getFirst().quantity()).isEqualByComparingTo("12.5");
    assertThat(quote.lines().getFirst().discount()).isEqualByComparingTo("10");
    assertThat(quote.totals().linesNet()).isEqualByComparingTo("674.67");
    assertThat(quote.title()).isEqualTo("Roof of the barn");
    assertThat(quote.language()).isEqualTo("de");
  }

  @Test
  void itIsInTheCurrencyOfTheDeal() {
    QuoteData quote = begun(deal(null, List.of(line(null, "Hour", "CHF"))));
    assertThat(quote.currency()).isEqualTo("CHF");
    assertThat(quote.lines())
        .singleElement()
        .satisfies(line -> assertThat(line.vat()).isEqualTo(Vat.standard("20")));
  }

  @Test
  void aDealWithoutProductsBeginsAQuoteWithoutLines() {
    assertThat(begun(deal(null, List.of())).lines()).isEmpty();
  }
}

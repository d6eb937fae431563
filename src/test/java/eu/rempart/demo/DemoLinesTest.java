package eu.rempart.demo;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.deal.DealData;
import eu.rempart.deal.line.AmountBy;
import eu.rempart.deal.line.DealLine;
import eu.rempart.deal.line.DealReckoning;
import eu.rempart.product.ProductData;
import eu.rempart.product.ProductId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DemoLinesTest {

  private static final Map<ProductId, ProductData> GOODS = DemoQuotes.goods();

  private static DealData deal(int number) {
    return DealData.builder()
        .name((number % 5 == 0 ? "Audit énergétique" : "Pilot project") + " – Firm " + number)
        .amount(BigDecimal.valueOf(500L * (2 + number % 60)))
        .currency(number % 3 == 0 ? "RON" : "EUR")
        .build();
  }

  private static List<DealData> deals() {
    DemoLines lines = new DemoLines(GOODS, 7);
    return IntStream.range(0, 300).mapToObj(number -> lines.on(deal(number))).toList();
  }

  @Test
  void someDealsHaveProductsInTheirOwnCurrency() {
    List<DealData> sold = deals().stream().filter(deal -> !deal.lines().isEmpty()).toList();
    assertThat(sold).hasSizeBetween(90, 180);
    assertThat(sold).extracting(DealData::currency).contains("RON", "EUR");
    assertThat(sold).anyMatch(deal -> deal.lines().size() > 1);
    assertThat(sold)
        .allSatisfy(
            deal ->
                assertThat(deal.lines())
                    .allMatch(line -> line.currency().equals(deal.currency()))
                    .allMatch(line -> GOODS.containsKey(line.productId()))
                    .extracting(DealLine::productId)
                    .doesNotHaveDuplicates());
    assertThat(sold)
        .filteredOn(deal -> String.valueOf(deal.name()).startsWith("Audit"))
        .isNotEmpty()
        .allMatch(deal -> deal.lines().getFirst().description().equals("Audit énergétique"));
  }

  @Test
  void allCanBeKeptAndAnAmountByHandIsNearTheProducts() {
    List<DealData> sold = deals().stream().filter(deal -> !deal.lines().isEmpty()).toList();
    assertThat(sold).extracting(DealData::amountBy).contains(AmountBy.HAND, AmountBy.PRODUCTS);
    for (DealData deal : sold) {
      BigDecimal kept = Objects.requireNonNull(DealReckoning.settled(deal).amount());
      assertThat(kept).isPositive();
      if (deal.amountBy() == AmountBy.HAND) {
        assertThat(DealReckoning.sum(deal.lines(), deal.currency()))
            .isBetween(kept.multiply(new BigDecimal("0.9")), kept.multiply(new BigDecimal("1.1")));
      }
    }
  }

  @Test
  void theSameSeedSellsTheSame() {
    assertThat(deals()).isEqualTo(deals());
    assertThat(new DemoLines(GOODS, 7).on(DealData.EMPTY)).isEqualTo(DealData.EMPTY);
  }
}

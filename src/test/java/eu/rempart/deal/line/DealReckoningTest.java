package eu.rempart.deal.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import eu.rempart.common.InvalidFieldException;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealRules;
import eu.rempart.product.ProductId;
import eu.rempart.quote.money.Discount;
import eu.rempart.quote.money.PricedLine;
import eu.rempart.quote.money.QuoteRefusedException;
import eu.rempart.quote.money.Reckoning;
import eu.rempart.quote.money.Vat;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Sums of a deal's lines, and what they refuse. */
class DealReckoningTest {

  private static DealLine line(String quantity, String price, String currency, String discount) {
    return new DealLine(
        null,
        "Tiles",
        null,
        new BigDecimal(quantity),
        new BigDecimal(price),
        currency,
        new BigDecimal(discount));
  }

  private static void refused(ThrowingCallable work, LineProblem problem, int line) {
    assertThatThrownBy(work)
        .asInstanceOf(type(LineRefusedException.class))
        .satisfies(
            refused -> {
              assertThat(refused.problem()).isEqualTo(problem);
              assertThat(refused.line()).isEqualTo(line);
              assertThat(refused.getMessage()).doesNotContain("Tiles");
            });
  }

  /** Whatever is typed: what a quote made from the deal says before tax is what the deal says. */
  @Test
  void comesToWhatAQuoteOfTheSameLinesComesTo() {
    Random random = new Random(202);
    for (String currency : List.of("EUR", "JPY", "HUF", "KWD")) {
      for (int round = 0; round < 200; round++) {
        List<DealLine> lines = new ArrayList<>();
        List<PricedLine> priced = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(6); i++) {
          DealLine each =
              line(
                  BigDecimal.valueOf(1 + random.nextInt(9_999_999), random.nextInt(7)).toString(),
                  BigDecimal.valueOf(random.nextInt(9_999_999), random.nextInt(5)).toString(),
                  currency,
                  BigDecimal.valueOf(random.nextInt(10_001), 2).toString());
          lines.add(each);
          priced.add(
              new PricedLine(
                  each.quantity(),
                  each.unitPrice(),
                  currency,
                  each.discount(),
                  Vat.standard("20")));
        }
        assertThat(DealReckoning.sum(lines, currency))
            .isEqualTo(Reckoning.of(currency, priced, Discount.NONE).linesNet());
      }
    }
  }

  @Test
  void eachLineIsRoundedByItself() {
    assertThat(
            DealReckoning.sum(
                List.of(line("12.5", "19.99", "EUR", "0"), line("3", "0.335", "EUR", "10")), "EUR"))
        .isEqualByComparingTo("250.79");
    assertThat(DealReckoning.sum(List.of(), "EUR")).isNull();
    assertThat(DealReckoning.sum(List.of(), null)).isNull();
    assertThat(DealReckoning.sum(List.of(line("-1", "10", "EUR", "0")), "EUR"))
        .isEqualByComparingTo("-10");
  }

  @Test
  void whatCanNotBeReckonedIsNamedByItsLine() {
    DealLine good = line("1", "1", "EUR", "0");
    refused(
        () -> DealReckoning.sum(List.of(good, line("1", "1", "CHF", "0")), "EUR"),
        LineProblem.CURRENCY_MIX,
        2);
    refused(() -> DealReckoning.sum(List.of(good), null), LineProblem.CURRENCY_UNKNOWN, 0);
    refused(
        () -> DealReckoning.sum(List.of(line("1", "1", "QQQ", "0")), "QQQ"),
        LineProblem.CURRENCY_UNKNOWN,
        0);
    refused(
        () -> DealReckoning.sum(List.of(good, good, line("0", "1", "EUR", "0")), "EUR"),
        LineProblem.QUANTITY_RANGE,
        3);
    refused(
        () -> DealReckoning.sum(List.of(line("1.1234567", "1", "EUR", "0")), "EUR"),
        LineProblem.QUANTITY_RANGE,
        1);
    refused(
        () -> DealReckoning.sum(List.of(line("1", "-1", "EUR", "0")), "EUR"),
        LineProblem.PRICE_RANGE,
        1);
    refused(
        () -> DealReckoning.sum(List.of(line("1", "1e30", "EUR", "0")), "EUR"),
        LineProblem.PRICE_RANGE,
        1);
    refused(
        () -> DealReckoning.sum(List.of(line("1", "1", "EUR", "100.01")), "EUR"),
        LineProblem.DISCOUNT_RANGE,
        1);
    refused(
        () -> DealReckoning.sum(List.of(line("999999999", "999999999", "EUR", "0")), "EUR"),
        LineProblem.SUM_TOO_LARGE,
        0);
  }

  private static DealData deal(AmountBy by, List<DealLine> lines) {
    return DealData.builder()
        .name("Roof")
        .amount(new BigDecimal("7"))
        .currency("EUR")
        .lines(lines)
        .amountBy(by)
        .build();
  }

  @Test
  void theAmountFollowsWhereItIsToldTo() {
    List<DealLine> lines = List.of(line("2", "50", "EUR", "10"));
    assertThat(DealReckoning.settled(deal(AmountBy.PRODUCTS, lines)).amount())
        .isEqualByComparingTo("90");
    assertThat(DealReckoning.settled(deal(AmountBy.HAND, lines)).amount())
        .isEqualByComparingTo("7");
    assertThat(DealReckoning.settled(deal(AmountBy.PRODUCTS, List.of())).amount())
        .as("of nothing there is no amount")
        .isNull();
    refused(
        () -> DealReckoning.settled(deal(AmountBy.PRODUCTS, List.of(line("-2", "50", "EUR", "0")))),
        LineProblem.SUM_NEGATIVE,
        0);
  }

  @Test
  void whatIsTooLongOrSaysNothingIsRefused() {
    DealLine good = line("1", "1", "EUR", "0");
    refused(
        () -> DealReckoning.settled(deal(AmountBy.HAND, Collections.nCopies(201, good))),
        LineProblem.LINES_TOO_MANY,
        0);
    assertThat(
            DealReckoning.settled(deal(AmountBy.PRODUCTS, Collections.nCopies(200, good))).amount())
        .isEqualByComparingTo("200");
    refused(
        () ->
            DealReckoning.settled(
                deal(
                    AmountBy.HAND, List.of(good, described(" \n "), described("x".repeat(3_000))))),
        LineProblem.DESCRIPTION_MISSING,
        2);
    refused(
        () -> DealReckoning.settled(deal(AmountBy.HAND, List.of(described("x".repeat(2_001))))),
        LineProblem.TEXT_TOO_LONG,
        1);
  }

  @Test
  void numbersThatWouldFillTheMemoryAreRefused() {
    DealLine good = line("1", "1", "EUR", "0");
    for (String huge : List.of("1e400000000", "1e-400000000")) {
      refused(
          () -> DealReckoning.sum(List.of(good, line(huge, "1", "EUR", "0")), "EUR"),
          LineProblem.QUANTITY_RANGE,
          2);
      refused(
          () -> DealReckoning.sum(List.of(line("1", huge, "EUR", "0")), "EUR"),
          LineProblem.PRICE_RANGE,
          1);
      refused(
          () -> DealReckoning.sum(List.of(line("1", "1", "EUR", huge)), "EUR"),
          LineProblem.DISCOUNT_RANGE,
          1);
      assertThat(DealLine.KEPT.plain(List.of(line("1", huge, "EUR", huge)))).hasSizeLessThan(99);
    }
    DealData data = DealData.builder().name("Roof").currency("EUR").build();
    assertThat(data.toBuilder().amount(new BigDecimal("1e-400000000")).build().amount())
        .isEqualByComparingTo("0");
    DealData large = data.toBuilder().amount(new BigDecimal("1e400000000")).build();
    assertThatThrownBy(() -> DealRules.check(large)).isInstanceOf(InvalidFieldException.class);
    Discount off = new Discount.Amount(new BigDecimal("1e400000000"));
    assertThatThrownBy(() -> Reckoning.of("EUR", List.of(), off))
        .isInstanceOf(QuoteRefusedException.class);
  }

  @Test
  void whoeverIsNamedBelowTheFirstLineOfADescriptionIsRead() {
    String text =
        Objects.requireNonNull(DealLine.KEPT.write(List.of(described("Tiles\nfor Ann Other"))));
    assertThat(DealLine.KEPT.plain(text)).doesNotContain("Ann");
    assertThat(DealLine.KEPT.whole(text)).contains("Tiles", "Ann Other");
  }

  private static DealLine described(String text) {
    return new DealLine(null, text, null, BigDecimal.ONE, BigDecimal.ONE, "EUR", BigDecimal.ZERO);
  }

  @Test
  void theTextOfLinesIsReadAsItWasWritten() {
    List<DealLine> lines =
        List.of(
            new DealLine(
                new ProductId(UUID.randomUUID()),
                "Ștefan's \"tiles\"\n<b>漢字</b> \u0000 😀",
                "m²",
                new BigDecimal("12.500"),
                new BigDecimal("0.0001"),
                "EUR",
                new BigDecimal("100")),
            line("-1", "0", "CHF", "0"));
    assertThat(DealLine.KEPT.read(DealLine.KEPT.write(lines))).isEqualTo(lines);
    assertThat(DealLine.KEPT.write(List.of())).isNull();
    assertThat(DealLine.KEPT.read(null)).isEmpty();
    assertThat(DealLine.KEPT.plain(Objects.requireNonNull(DealLine.KEPT.write(lines))))
        .startsWith("12.5 × Ștefan's \"tiles\": 0.0001 EUR, −100 %\n-1 × Tiles");
    for (String broken : List.of("", "no json at all", "[{}]", "[{\"quantity\":\"secret\"}]")) {
      assertThatThrownBy(() -> DealLine.KEPT.read(broken).getFirst())
          .as(broken)
          .satisfies(
              thrown -> assertThat(String.valueOf(thrown.getMessage())).doesNotContain("secret"));
    }
    assertThat(lines.toString()).doesNotContain("tiles");
  }
}

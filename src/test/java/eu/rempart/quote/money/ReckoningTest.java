package eu.rempart.quote.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.quote.money.Totals.TaxGroup;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReckoningTest {

  private static final Vat TWENTY = Vat.standard("20");
  private static final Vat FIVE_AND_A_HALF = Vat.standard("5.5");

  private static BigDecimal d(String number) {
    return new BigDecimal(number);
  }

  private static PricedLine line(String quantity, String price, String discount, Vat vat) {
    return new PricedLine(d(quantity), d(price), "EUR", d(discount), vat);
  }

  private static Totals reckon(PricedLine... lines) {
    return Reckoning.of("EUR", List.of(lines), Discount.NONE);
  }

  @Test
  void taxIsReckonedOnTheSumOfARateAndNotLineByLine() {
    Totals totals =
        reckon(
            line("1", "0.33", "0", TWENTY),
            line("1", "0.33", "0", TWENTY),
            line("1", "0.33", "0", TWENTY));

    // line by line it would be 3 × 0.07 = 0.21
    assertThat(totals.tax()).isEqualTo(d("0.20"));
    assertThat(totals.total()).isEqualTo(d("1.19"));
  }

  @Test
  void decimalQuantitiesPricesAndDiscountsAreRoundedOnceForEachLine() {
    Totals totals =
        reckon(line("2.375", "19.99", "12.5", TWENTY), line("0.3333", "7.4995", "0", TWENTY));

    assertThat(totals.lines()).containsExactly(d("41.54"), d("2.50"));
    assertThat(totals.net()).isEqualTo(d("44.04"));
    assertThat(totals.tax()).isEqualTo(d("8.81"));
  }

  @ParameterizedTest
  @CsvSource({"0.005, 0.01", "0.0049, 0.00", "1.115, 1.12", "1.125, 1.13", "2.675, 2.68"})
  void halvesGoAwayFromZero(String price, String net) {
    assertThat(reckon(line("1", price, "0", TWENTY)).net()).isEqualTo(d(net));
    assertThat(reckon(line("-1", price, "0", TWENTY)).net()).isEqualTo(d(net).negate());
  }

  @Test
  void eachRateHasItsGroupHighestFirst() {
    Totals totals =
        reckon(
            line("1", "100", "0", FIVE_AND_A_HALF),
            line("2", "50", "0", TWENTY),
            line("1", "10", "0", Vat.none(VatCategory.EXEMPT)),
            line("1", "1", "0", new Vat(VatCategory.STANDARD, d("20.00"))));

    assertThat(totals.groups())
        .extracting(group -> group.vat().category(), TaxGroup::taxable, TaxGroup::tax)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(VatCategory.STANDARD, d("101.00"), d("20.20")),
            org.assertj.core.groups.Tuple.tuple(VatCategory.STANDARD, d("100.00"), d("5.50")),
            org.assertj.core.groups.Tuple.tuple(VatCategory.EXEMPT, d("10.00"), d("0.00")));
    assertThat(totals.total()).isEqualTo(d("236.70"));
  }

  @Test
  void aDiscountInPercentIsTakenOffEachRate() {
    Totals totals =
        Reckoning.of(
            "EUR",
            List.of(line("1", "99.99", "0", TWENTY), line("1", "33.33", "0", FIVE_AND_A_HALF)),
            new Discount.Percent(d("10")));

    assertThat(totals.groups())
        .extracting(TaxGroup::discount)
        .containsExactly(d("10.00"), d("3.33"));
    assertThat(totals.discount()).isEqualTo(d("13.33"));
    assertThat(totals.net()).isEqualTo(d("119.99"));
  }

  @Test
  void aDiscountInMoneyIsSpreadToTheCent() {
    Totals totals =
        Reckoning.of(
            "EUR",
            List.of(
                line("1", "10", "0", TWENTY),
                line("1", "10", "0", FIVE_AND_A_HALF),
                line("1", "10", "0", Vat.none(VatCategory.ZERO))),
            new Discount.Amount(d("10")));

    assertThat(totals.groups())
        .extracting(TaxGroup::discount)
        .containsExactly(d("3.33"), d("3.34"), d("3.33"));
    assertThat(totals.discount()).isEqualTo(d("10.00"));
  }

  @Test
  void everyCurrencyHasItsOwnDigits() {
    assertThat(yen("JPY", "100.5").total()).isEqualTo(d("121"));
    assertThat(yen("KWD", "1.0005").total()).isEqualTo(d("1.201"));
    assertThat(Reckoning.digits("EUR")).contains(2);
    assertThat(Reckoning.digits("XXX")).isEmpty();
    assertThat(Reckoning.digits("euro")).isEmpty();
  }

  private static Totals yen(String currency, String price) {
    return Reckoning.of(
        currency,
        List.of(new PricedLine(BigDecimal.ONE, d(price), currency, BigDecimal.ZERO, TWENTY)),
        Discount.NONE);
  }

  @Test
  void nothingComesToNothing() {
    Totals totals = reckon();
    assertThat(totals.total()).isEqualTo(d("0.00"));
    assertThat(totals.groups()).isEmpty();
    assertThatThrownBy(() -> Reckoning.of("EUR", List.of(), new Discount.Amount(BigDecimal.ONE)))
        .extracting("problem")
        .isEqualTo(QuoteProblem.DISCOUNT_TOO_LARGE);
  }

  @Test
  void aLineInAnotherCurrencyIsRefusedByItsNumber() {
    PricedLine franc =
        new PricedLine(BigDecimal.ONE, BigDecimal.ONE, "CHF", BigDecimal.ZERO, TWENTY);
    assertThatThrownBy(() -> reckon(line("1", "1", "0", TWENTY), franc))
        .isInstanceOfSatisfying(
            QuoteRefusedException.class,
            e -> {
              assertThat(e.problem()).isEqualTo(QuoteProblem.CURRENCY_MIX);
              assertThat(e.line()).isEqualTo(2);
            });
    assertThatThrownBy(() -> Reckoning.of("???", List.of(), Discount.NONE))
        .extracting("problem")
        .isEqualTo(QuoteProblem.CURRENCY_UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 0, QUANTITY_RANGE",
    "0.0000001, 1, 0, QUANTITY_RANGE",
    "1000000000, 1, 0, QUANTITY_RANGE",
    "1, -1, 0, PRICE_RANGE",
    "1, 0.00001, 0, PRICE_RANGE",
    "1, 1, -1, DISCOUNT_RANGE",
    "1, 1, 100.01, DISCOUNT_RANGE"
  })
  void whatNoLineCanBeIsRefused(
      String quantity, String price, String discount, QuoteProblem problem) {
    assertThatThrownBy(() -> reckon(line(quantity, price, discount, TWENTY)))
        .extracting("problem")
        .isEqualTo(problem);
  }

  @Test
  void aRateFitsItsCategory() {
    assertThatThrownBy(() -> reckon(line("1", "1", "0", Vat.standard("0"))))
        .extracting("problem")
        .isEqualTo(QuoteProblem.VAT_RATE_MISSING);
    assertThatThrownBy(
            () -> reckon(line("1", "1", "0", new Vat(VatCategory.REVERSE_CHARGE, d("20")))))
        .extracting("problem")
        .isEqualTo(QuoteProblem.VAT_RATE_NOT_ZERO);
    assertThatThrownBy(() -> reckon(line("1", "1", "0", Vat.standard("100.5"))))
        .extracting("problem")
        .isEqualTo(QuoteProblem.VAT_RATE_RANGE);
  }

  /** What holds for any quote, tried on many, the same ones each time. */
  @ParameterizedTest
  @ValueSource(strings = {"EUR", "JPY", "KWD"})
  void whatIsShownAlwaysAddsUp(String currency) {
    SplittableRandom random = new SplittableRandom(60);
    int digits = Reckoning.digits(currency).orElseThrow();
    for (int i = 0; i < 3_000; i++) {
      List<PricedLine> lines = anyLines(currency, random);
      Totals none = Reckoning.of(currency, lines, Discount.NONE);
      Totals totals = Reckoning.of(currency, lines, anyDiscount(none, random));

      assertThat(totals.linesNet()).isEqualTo(sum(totals.lines(), digits));
      assertThat(totals.discount())
          .isEqualTo(sum(totals.groups().stream().map(TaxGroup::discount).toList(), digits));
      assertThat(totals.net()).isEqualTo(totals.linesNet().subtract(totals.discount()));
      assertThat(totals.tax())
          .isEqualTo(sum(totals.groups().stream().map(TaxGroup::tax).toList(), digits));
      assertThat(totals.total()).isEqualTo(totals.net().add(totals.tax()));
      assertThat(totals.total().scale()).isEqualTo(digits);
      for (TaxGroup group : totals.groups()) {
        BigDecimal exact = group.taxable().multiply(group.vat().rate()).movePointLeft(2);
        assertThat(group.tax().subtract(exact).abs())
            .isLessThanOrEqualTo(new BigDecimal("0.5").movePointLeft(digits));
      }
      List<PricedLine> shuffled = new ArrayList<>(lines);
      Collections.reverse(shuffled);
      assertThat(Reckoning.of(currency, shuffled, Discount.NONE).total()).isEqualTo(none.total());
    }
  }

  private static Discount anyDiscount(Totals totals, SplittableRandom random) {
    return switch (random.nextInt(3)) {
      case 0 -> Discount.NONE;
      case 1 -> new Discount.Percent(BigDecimal.valueOf(random.nextInt(10_001), 2));
      default ->
          new Discount.Amount(
              totals
                  .linesNet()
                  .max(BigDecimal.ZERO)
                  .multiply(BigDecimal.valueOf(random.nextInt(1_001), 3))
                  .setScale(totals.linesNet().scale(), RoundingMode.DOWN));
    };
  }

  private static List<PricedLine> anyLines(String currency, SplittableRandom random) {
    List<Vat> taxes =
        List.of(TWENTY, FIVE_AND_A_HALF, Vat.standard("25.5"), Vat.none(VatCategory.ZERO));
    List<PricedLine> lines = new ArrayList<>();
    int count = 1 + random.nextInt(12);
    for (int i = 0; i < count; i++) {
      lines.add(
          new PricedLine(
              BigDecimal.valueOf(1 + random.nextLong(5_000_000), random.nextInt(7)),
              BigDecimal.valueOf(random.nextLong(9_999_999), random.nextInt(5)),
              currency,
              BigDecimal.valueOf(random.nextInt(10_001), 2),
              taxes.get(random.nextInt(taxes.size()))));
    }
    return lines;
  }

  private static BigDecimal sum(List<BigDecimal> amounts, int digits) {
    return amounts.stream().reduce(BigDecimal.ZERO.setScale(digits), BigDecimal::add);
  }
}

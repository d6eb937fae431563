package eu.rempart.quote.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VatTest {

  @Test
  void allCountriesOfTheUnionHaveAStandardRateOfFifteenPercentOrMore() {
    assertThat(VatRates.countries()).hasSize(27).contains("FR", "RO", "GR").doesNotContain("GB");
    VatRates.countries()
        .forEach(
            country -> {
              List<BigDecimal> rates = VatRates.of(country);
              assertThat(rates.getFirst()).isGreaterThanOrEqualTo(new BigDecimal(15));
              assertThat(rates)
                  .isSortedAccordingTo((a, b) -> b.compareTo(a))
                  .doesNotHaveDuplicates();
            });
    assertThat(VatRates.of("CH")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "FR, FR, true, STANDARD, 20.00",
    "FR, , false, STANDARD, 20.00",
    "FR, DE, true, REVERSE_CHARGE, 0.00",
    "FR, DE, false, STANDARD, 20.00",
    "FR, CH, true, OUTSIDE, 0.00",
    "CH, FR, true, OUTSIDE, 0.00"
  })
  void countriesSayHowAServiceIsUsuallyTaxed(
      String seller, @Nullable String buyer, boolean business, VatCategory category, String rate) {
    assertThat(VatRates.usual(seller, buyer, business))
        .isEqualTo(new Vat(category, new BigDecimal(rate)));
  }

  private static void check(
      List<VatCategory> all,
      @Nullable String seller,
      @Nullable String country,
      @Nullable String buyer,
      @Nullable String reason) {
    VatMix.check(all, "FR", seller, country, buyer, reason);
  }

  @ParameterizedTest
  @CsvSource({
    "OUTSIDE STANDARD, FR1, CH, CHE1, r, VAT_OUTSIDE_MIX",
    "EXPORT INTRA_COMMUNITY, FR1, CH, DE1, r, VAT_PLACE_MIX",
    "EXEMPT, FR1, FR, , , VAT_REASON_MISSING",
    "STANDARD, , FR, , , VAT_SELLER_NUMBER_MISSING",
    "REVERSE_CHARGE, FR1, DE, , , VAT_BUYER_NUMBER_MISSING",
    "INTRA_COMMUNITY, FR1, FR, FR2, , VAT_BUYER_NOT_IN_UNION",
    "INTRA_COMMUNITY, FR1, CH, CHE2, , VAT_BUYER_NOT_IN_UNION",
    "EXPORT, FR1, DE, DE1, , VAT_BUYER_IN_UNION",
    "EXPORT, FR1, , , , VAT_BUYER_IN_UNION"
  })
  void whatDoesNotGoTogetherIsRefused(
      String all,
      @Nullable String seller,
      @Nullable String country,
      @Nullable String buyer,
      @Nullable String reason,
      QuoteProblem problem) {
    assertThatThrownBy(() -> check(categories(all), seller, country, buyer, reason))
        .isInstanceOfSatisfying(
            QuoteRefusedException.class, e -> assertThat(e.problem()).isEqualTo(problem));
  }

  @ParameterizedTest
  @CsvSource({
    "STANDARD ZERO, FR1, FR, , ",
    "STANDARD REVERSE_CHARGE, FR1, DE, DE1, ",
    "INTRA_COMMUNITY, FR1, DE, DE1, ",
    "EXPORT, FR1, CH, , ",
    "OUTSIDE, , CH, , ",
    "EXEMPT, , FR, , small firm"
  })
  void whatGoesTogetherPasses(
      String all,
      @Nullable String seller,
      @Nullable String country,
      @Nullable String buyer,
      @Nullable String reason) {
    check(categories(all), seller, country, buyer, reason);
    assertThat(Objects.requireNonNull(all)).isNotEmpty();
  }

  private static List<VatCategory> categories(String all) {
    return List.of(all.split(" ", -1)).stream().map(VatCategory::valueOf).toList();
  }
}

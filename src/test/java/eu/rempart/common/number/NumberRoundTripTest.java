package eu.rempart.common.number;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.common.number.NumberReading.Ambiguous;
import eu.rempart.common.number.NumberReading.Refused;
import eu.rempart.common.number.NumberReading.Value;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the product writes it reads again: in its own language as itself, in another as itself or
 * not at all, never as another number.
 */
class NumberRoundTripTest {

  private static final NumberRules MONEY = NumberRules.money(4).between(null, null);
  private static final NumberRules QUANTITY = NumberRules.decimals(4);
  private static final NumberRules PERCENT = NumberRules.percent(4);

  private static final List<Locale> LOCALES =
      List.of(
          Locale.UK,
          Locale.US,
          Locale.FRENCH,
          Locale.GERMAN,
          Locale.of("nl"),
          Locale.of("de", "CH"),
          Locale.of("fr", "CH"),
          Locale.of("de", "AT"),
          Locale.of("ro", "RO"),
          Locale.of("pl", "PL"));

  private static final List<Currency> CURRENCIES =
      Stream.of(
              "EUR", "CHF", "GBP", "RON", "PLN", "CZK", "HUF", "SEK", "DKK", "NOK", "BGN", "USD",
              "JPY", "KWD")
          .map(Currency::getInstance)
          .toList();

  private static final int ROUNDS = 3_000;

  private final Random random = new Random(17);

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** Of 0 to so many decimals, of all lengths. */
  private BigDecimal number(int decimals, int most) {
    long digits = random.nextLong(BigDecimal.TEN.pow(1 + random.nextInt(most)).longValueExact());
    return BigDecimal.valueOf(digits, random.nextInt(decimals + 1));
  }

  private static NumberReading read(String text, Locale locale, NumberRules rules) {
    return NumberParser.parse(text, NumberConvention.of(locale), rules);
  }

  private static void isItself(String text, Locale locale, NumberRules rules, BigDecimal number) {
    assertThat(read(text, locale, rules))
        .as("%s in %s", text, locale)
        .isInstanceOfSatisfying(
            Value.class, value -> assertThat(value.number()).isEqualByComparingTo(number));
  }

  private static void isNoOther(String text, Locale locale, NumberRules rules, BigDecimal number) {
    switch (read(text, locale, rules)) {
      case Value value ->
          assertThat(value.number()).as("%s in %s", text, locale).isEqualByComparingTo(number);
      case Ambiguous asked ->
          assertThat(asked.readings())
              .as("%s in %s", text, locale)
              .anyMatch(reading -> reading.compareTo(number) == 0);
      case Refused _ -> {}
    }
  }

  @Test
  void amountsReadAsThemselves() {
    for (int i = 0; i < ROUNDS; i++) {
      Currency currency = one(CURRENCIES);
      BigDecimal amount = random.nextInt(4) == 0 ? number(2, 9).negate() : number(2, 12);
      for (int decimals : new int[] {0, currency.getDefaultFractionDigits()}) {
        Locale own = one(LOCALES);
        String text = NumberFormats.money(amount, currency, decimals, own);
        isItself(text, own, MONEY, amount);
        assertThat(((Value) read(text, own, MONEY)).currency())
            .as(text)
            .isEqualTo(currency.getCurrencyCode());
        isNoOther(text, one(LOCALES), MONEY, amount);
      }
    }
  }

  @Test
  void pricesReadAsThemselves() {
    for (int i = 0; i < ROUNDS; i++) {
      BigDecimal price = number(4, 12);
      Locale own = one(LOCALES);
      String text = NumberFormats.money(price, one(CURRENCIES), 2, own);
      isItself(text, own, MONEY, price);
      isNoOther(text, one(LOCALES), MONEY, price);
    }
  }

  @Test
  void quantitiesReadAsThemselves() {
    for (int i = 0; i < ROUNDS; i++) {
      BigDecimal quantity = number(4, 10);
      Locale own = one(LOCALES);
      String text = NumberFormats.number(quantity, 0, own);
      isItself(text, own, QUANTITY, quantity);
      isNoOther(text, one(LOCALES), QUANTITY, quantity);
    }
  }

  @Test
  void percentagesReadAsThemselves() {
    for (int i = 0; i < ROUNDS; i++) {
      BigDecimal percent = BigDecimal.valueOf(random.nextInt(1_000_001), 4);
      Locale own = one(LOCALES);
      String text = NumberFormats.number(percent, 0, own) + " %";
      isItself(text, own, PERCENT, percent);
      isNoOther(text, one(LOCALES), PERCENT, percent);
    }
  }

  @Test
  void filesReadAsThemselvesOrAreAsked() {
    for (int i = 0; i < ROUNDS; i++) {
      BigDecimal price = number(4, 12);
      String text = NumberFormats.money(price, one(CURRENCIES), 0, one(LOCALES));
      switch (NumberParser.parse(text, NumberConvention.UNKNOWN, NumberRules.ofFile())) {
        case Value value -> assertThat(value.number()).as(text).isEqualByComparingTo(price);
        case Ambiguous asked -> assertThat(asked.readings()).as(text).hasSize(2);
        case Refused refused -> assertThat(refused).as(text).isNull();
      }
    }
  }
}

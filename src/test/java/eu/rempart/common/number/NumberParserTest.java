package eu.rempart.common.number;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.common.number.NumberReading.Ambiguous;
import eu.rempart.common.number.NumberReading.Evidence;
import eu.rempart.common.number.NumberReading.Reason;
import eu.rempart.common.number.NumberReading.Refused;
import eu.rempart.common.number.NumberReading.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberParserTest {

  private static final NumberRules AMOUNT = NumberRules.money(2);
  private static final List<Locale> LOCALES =
      List.of(Locale.UK, Locale.FRENCH, Locale.GERMAN, Locale.of("nl"));

  private static NumberReading read(String text, Locale locale, NumberRules rules) {
    return NumberParser.parse(text, NumberConvention.of(locale), rules);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1250,50 | 1250.5 | ''",
        "1250.50 | 1250.5 | ''",
        "1.250,50 | 1250.5 | ''",
        "1,250.50 | 1250.5 | ''",
        "1 250,50 | 1250.5 | ''",
        "1\u00a0250,50 | 1250.5 | ''",
        "1\u202f250,50 | 1250.5 | ''",
        "1\u2009250.50 | 1250.5 | ''",
        "1'250.50 | 1250.5 | ''",
        "1\u2019250.50 | 1250.5 | ''",
        "1 250 000 | 1250000 | ''",
        "1.250.000 | 1250000 | ''",
        "1,250,000.5 | 1250000.5 | ''",
        "1250 | 1250 | ''",
        "0,25 | 0.25 | ''",
        "0.250 | 0.25 | ''",
        ",5 | 0.5 | ''",
        "1250. | 1250 | ''",
        "1.200,– | 1200 | ''",
        "€1,250.50 | 1250.5 | EUR",
        "1 250,50 € | 1250.5 | EUR",
        "€ 1.250,50 | 1250.5 | EUR",
        "1250,5 eur | 1250.5 | EUR",
        "CHF 1\u2019250.50 | 1250.5 | CHF",
        "Fr. 1250.50 | 1250.5 | CHF",
        "RON1,250.50 | 1250.5 | RON",
        "1250,50 lei | 1250.5 | RON",
        "1 250,50 $US | 1250.5 | USD",
        "1 250,50 zł | 1250.5 | PLN",
        "\u200e\u202a1\u202f250,50\u00a0€\u202c | 1250.5 | EUR",
        "１２５０．５０ | 1250.5 | ''",
        "+12,5 | 12.5 | ''",
      })
  void everyLanguageReadsThese(String text, BigDecimal number, String currency) {
    for (Locale locale : LOCALES) {
      assertThat(read(text, locale, AMOUNT))
          .as("%s in %s", text, locale)
          .isInstanceOfSatisfying(
              Value.class,
              value -> {
                assertThat(value.number()).isEqualByComparingTo(number);
                assertThat(value.currency()).isEqualTo(currency);
              });
    }
  }

  @Test
  void blanksAroundPastedTextAreNothing() {
    assertThat(read("\t1250,50\r\n", Locale.UK, AMOUNT)).isInstanceOf(Value.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5k", "abc", "1.2.3", "1,2,3", "12.34.567", "--5", "1_250", "1,250,50", "1.250.50", "12 34",
        "1250\n1300", "100\t200", "1.250 000", "5%", "12 pommes", "1e5", "-", "€", "€5$", "1,,5",
        "5-", "1-5", "(-5)", "Fr.50", "0x10", "1.250.000.0", "½", "5²", "1/2", "=1+1",
        "1234567890123456789012345678901"
      })
  void everyLanguageRefusesThese(String text) {
    for (Locale locale : LOCALES) {
      assertThat(read(text, locale, AMOUNT))
          .as("%s in %s", text, locale)
          .isEqualTo(new Refused(Reason.NO_NUMBER));
    }
  }

  @ParameterizedTest
  @CsvSource({"-5", "\u22125", "(5)", "'€ -5'", "'-€5'", "'- 5'", "(€5)"})
  void negativeIsReadAndRefusedWhereItMakesNoSense(String text) {
    assertThat(read(text, Locale.UK, AMOUNT.between(null, null)))
        .isInstanceOfSatisfying(
            Value.class, value -> assertThat(value.number()).isEqualByComparingTo("-5"));
    assertThat(read(text, Locale.UK, AMOUNT)).isEqualTo(new Refused(Reason.NEGATIVE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.250 | en-GB",
        "1.250 | fr",
        "1,250 | fr",
        "1,250 | de",
        "1,250 | nl",
        "€1.250 | en-GB",
        "125,500 € | de"
      })
  void whatCouldBeTwoNumbersIsAsked(String text, String language) {
    assertThat(read(text, Locale.forLanguageTag(language), AMOUNT))
        .isInstanceOfSatisfying(
            Ambiguous.class,
            asked -> {
              assertThat(asked.readings()).hasSize(2);
              assertThat(asked.readings().getFirst().movePointRight(3))
                  .isEqualByComparingTo(asked.readings().getLast());
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"1,250 | en-GB", "1.250 | de", "1.250 | nl", "1 250 | fr"})
  void thousandsInTheirPlaceInTheOwnLanguageAreThousands(String text, String language) {
    assertThat(read(text, Locale.forLanguageTag(language), AMOUNT))
        .isInstanceOfSatisfying(
            Value.class, value -> assertThat(value.number()).isEqualByComparingTo("1250"));
  }

  @Test
  void aReadingThatIsTooFineIsNotOffered() {
    assertThat(read("1.234", Locale.UK, AMOUNT))
        .isEqualTo(new Ambiguous(List.of(new BigDecimal("1234")), ""));
    assertThat(read("1234.567", Locale.UK, AMOUNT)).isEqualTo(new Refused(Reason.TOO_FINE));
  }

  @Test
  void aReadingThatIsTooLargeIsNone() {
    assertThat(read("7.500", Locale.UK, NumberRules.percent(2)))
        .isInstanceOfSatisfying(
            Value.class, value -> assertThat(value.number()).isEqualByComparingTo("7.5"));
    assertThat(read("7.525", Locale.UK, NumberRules.percent(2)))
        .isEqualTo(new Refused(Reason.TOO_LARGE));
  }

  @Test
  void currencyBesideWhatIsNoMoneyIsRefused() {
    assertThat(read("5 €", Locale.UK, NumberRules.decimals(4)))
        .isEqualTo(new Refused(Reason.CURRENCY));
    assertThat(read(" \u00a0", Locale.UK, AMOUNT)).isEqualTo(new Refused(Reason.EMPTY));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1250,50 | DECIMAL_COMMA",
        "1.250.000 | DECIMAL_COMMA",
        "0,250 | DECIMAL_COMMA",
        "1,250.00 | DECIMAL_POINT",
        "1,250,000 | DECIMAL_POINT",
        "1 250 | NONE",
        "7 | NONE"
      })
  void textsProveHowTheirWriterWrites(String text, Evidence evidence) {
    assertThat(NumberParser.parse(text, NumberConvention.UNKNOWN, AMOUNT))
        .isInstanceOfSatisfying(
            Value.class, value -> assertThat(value.signs()).isEqualTo(evidence));
  }

  @Test
  void whoSaidHowTheyWriteIsNotAsked() {
    assertThat(NumberParser.parse("1.250", NumberConvention.DECIMAL_COMMA, AMOUNT))
        .isEqualTo(new Value(new BigDecimal("1250"), "", Evidence.NONE));
    assertThat(NumberParser.parse("1.250", NumberConvention.DECIMAL_POINT, AMOUNT))
        .isEqualTo(new Value(new BigDecimal("1.250"), "", Evidence.NONE));
  }
}

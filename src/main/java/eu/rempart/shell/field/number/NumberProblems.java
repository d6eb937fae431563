package eu.rempart.shell.field.number;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.common.number.NumberFormats;
import eu.rempart.common.number.NumberReading;
import eu.rempart.common.number.NumberReading.Ambiguous;
import eu.rempart.common.number.NumberReading.Reason;
import eu.rempart.common.number.NumberReading.Refused;
import eu.rempart.common.number.NumberReading.Value;
import eu.rempart.common.number.NumberRules;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sentences on what is wrong with a number, in the current person's language.
 *
 * @param rules that the number is to follow
 * @param locale how numbers are written in the sentences
 */
record NumberProblems(NumberRules rules, Locale locale) {

  /** What is wrong with what was read; empty where nothing is. */
  String of(NumberReading reading) {
    return switch (reading) {
      case Value _ -> "";
      case Ambiguous _ -> t("shell.number.which");
      case Refused refused -> of(refused.reason());
    };
  }

  private String of(Reason reason) {
    return switch (reason) {
      case EMPTY -> "";
      case NO_NUMBER ->
          rules.decimals() == 0
              ? t("shell.number.whole")
              : t("shell.number.none", NumberFormats.number(new BigDecimal("1250.5"), 2, locale));
      case TOO_FINE ->
          rules.decimals() == 0
              ? t("shell.number.whole")
              : t("shell.number.fine", rules.decimals());
      case NEGATIVE, TOO_SMALL -> t("shell.number.least", bound(rules.least()));
      case TOO_LARGE -> t("shell.number.most", bound(rules.most()));
      case CURRENCY -> t("shell.number.currency");
    };
  }

  private String bound(@Nullable BigDecimal bound) {
    return NumberFormats.number(Objects.requireNonNull(bound), 0, locale);
  }
}

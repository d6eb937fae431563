package eu.rempart.exchange.csv;

import eu.rempart.common.CountryCode;
import eu.rempart.common.PhoneNumber;
import eu.rempart.common.custom.CustomChoice;
import eu.rempart.common.custom.CustomField;
import eu.rempart.common.custom.CustomKind;
import eu.rempart.common.custom.CustomRules;
import eu.rempart.exchange.csv.ColumnReaders.ColumnReader;
import eu.rempart.exchange.format.ProblemCode;
import eu.rempart.exchange.value.Amounts;
import eu.rempart.exchange.value.Cells;
import eu.rempart.exchange.value.Dates;
import eu.rempart.exchange.value.Place;
import eu.rempart.exchange.value.Problems;
import eu.rempart.exchange.value.ReachDraft;
import eu.rempart.exchange.value.TextKey;
import eu.rempart.exchange.value.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads cells of the organisation's own fields as people write them. */
final class CustomCells {

  private final ColumnConventions conventions;
  private final LocalDate today;
  private final @Nullable CountryCode home;

  /**
   * For one table.
   *
   * @param home where numbers without a country's prefix, and amounts without a currency, belong
   */
  CustomCells(ColumnConventions conventions, LocalDate today, @Nullable CountryCode home) {
    this.conventions = conventions;
    this.today = today;
    this.home = home;
  }

  /** Puts what a cell says into the field; what it can't hold goes into the description. */
  ColumnReader reader(CustomField field, boolean ofCompany) {
    return (text, place, state) ->
        read(field, text, place, ofCompany ? state.company : state.subject(), state.problems);
  }

  /** Puts what a cell says into the field of this draft; see {@link #reader}. */
  void read(CustomField field, String text, Place place, ReachDraft draft, Problems problems) {
    value(field, text, place)
        .ifPresentOrElse(
            value -> draft.custom(field, value, place, text),
            () -> {
              problems.add(problem(field.kind()), place);
              draft.keep(place, text);
            });
  }

  private static ProblemCode problem(CustomKind kind) {
    return switch (kind) {
      case NUMBER, MONEY -> ProblemCode.NUMBER_INVALID;
      case DATE -> ProblemCode.DATE_INVALID;
      case YES_NO, CHOICE, CHOICES -> ProblemCode.CHOICE_UNKNOWN;
      case EMAIL -> ProblemCode.EMAIL_INVALID;
      case TEXT, LONG_TEXT, LINK, PHONE -> ProblemCode.VALUE_INVALID;
    };
  }

  /** The value as it is kept; empty where the cell has none. */
  Optional<String> value(CustomField field, String text, Place place) {
    return switch (field.kind()) {
      case TEXT, LONG_TEXT, LINK, EMAIL -> CustomRules.canonical(field, text);
      case NUMBER ->
          Amounts.parse(text, conventions.numbers(place))
              .filter(amount -> amount.currency().isEmpty())
              .flatMap(amount -> CustomRules.number(amount.value()));
      case MONEY ->
          Amounts.parse(text, conventions.numbers(place))
              .flatMap(amount -> CustomRules.money(amount.value(), currency(amount.currency())));
      case DATE -> Dates.day(text, conventions.dates(place), today).map(LocalDate::toString);
      case YES_NO -> Words.yesOrNo(text).map(String::valueOf);
      case CHOICE -> choice(field, text);
      case CHOICES -> choices(field, text);
      case PHONE -> PhoneNumber.parse(text, home).map(PhoneNumber::dialled);
    };
  }

  /** The currency that was said, else that of the country at home, else the euro. */
  String currency(String said) {
    return !said.isEmpty()
        ? said
        : home == null
            ? "EUR"
            : Currency.getInstance(Locale.of("", home.value())).getCurrencyCode();
  }

  /** By what the choice is called in any language, whatever case and accents; else by its code. */
  private static Optional<String> choice(CustomField field, String text) {
    String key = TextKey.of(text);
    return field.choices().stream()
        .filter(
            choice ->
                choice.label().byLanguage().values().stream()
                    .anyMatch(label -> TextKey.of(label).equals(key)))
        .map(CustomChoice::code)
        .findFirst()
        .or(() -> field.choice(text).map(CustomChoice::code));
  }

  private static Optional<String> choices(CustomField field, String text) {
    Optional<String> whole = choice(field, text);
    if (whole.isPresent()) {
      return whole;
    }
    List<String> codes = new ArrayList<>();
    for (String part : Cells.tags(text)) {
      Optional<String> code = choice(field, part);
      if (code.isEmpty()) {
        return Optional.empty();
      }
      codes.add(code.get());
    }
    return CustomRules.canonical(field, String.join(",", codes));
  }
}

package eu.rempart.quote.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.common.CountryCode;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.InvalidFieldException.Problem;
import eu.rempart.quote.QuoteData;
import eu.rempart.quote.QuoteField;
import eu.rempart.quote.QuoteState;
import eu.rempart.quote.money.Discount;
import eu.rempart.quote.money.QuoteRefusedException;
import eu.rempart.quote.money.Vat;
import eu.rempart.quote.money.VatCategory;
import eu.rempart.shell.custom.CustomBook;
import eu.rempart.shell.tag.TagBook;
import eu.rempart.shell.text.Formats;
import eu.rempart.shell.text.Texts;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Fields and values of quotes in words. */
final class QuoteTexts {

  private QuoteTexts() {}

  static String label(QuoteField field) {
    return t("quote.field." + field.column());
  }

  static String state(QuoteState state) {
    return t("quote.state." + state.name());
  }

  static String vat(Vat vat) {
    return vat.category() == VatCategory.STANDARD
        ? Formats.percent(vat.rate())
        : t("quote.vat." + vat.category().name());
  }

  static String discount(Discount discount, String currency) {
    return switch (discount) {
      case Discount.None _ -> "";
      case Discount.Percent(var percent) -> Formats.percent(percent);
      case Discount.Amount(var amount) -> Formats.exactMoney(amount, currency);
    };
  }

  /** Null where it may not be seen. */
  static @Nullable String money(@Nullable BigDecimal amount, String currency) {
    return amount == null ? null : Formats.exactMoney(amount, currency);
  }

  static String country(@Nullable String code) {
    return CountryCode.parse(code).map(known -> known.name(Texts.locale())).orElse("");
  }

  static String language(String tag) {
    return Locale.of(tag).getDisplayLanguage(Texts.locale());
  }

  /** What is wrong, in which line. */
  static String problem(QuoteRefusedException problem) {
    String words = t("quote.problem." + problem.problem().name());
    return problem.line() == 0 ? words : t("quote.problem.in.line", problem.line(), words);
  }

  /** What is wrong with which field. */
  static String problem(InvalidFieldException problem) {
    return t(problem.field()) + ": " + t("quote.invalid." + problem.problem().name());
  }

  /** What is wrong, said at the field. */
  static String problem(QuoteField field, Problem problem) {
    return field == QuoteField.CUSTOM
        ? t("shell.custom.stale")
        : t("quote.invalid." + problem.name());
  }

  /** Title for headings; the sealed mark where it does not open. */
  static String title(@Nullable String title, Map<QuoteField, String> unopenable) {
    String code = unopenable.get(QuoteField.TITLE);
    return title != null ? title : code == null ? "" : t("shell.sealed", code);
  }

  /** One field as a text of one or more lines; empty where it is. */
  static String value(
      QuoteField field,
      QuoteData data,
      Map<UUID, String> members,
      TagBook tags,
      CustomBook custom) {
    return switch (field) {
      case TITLE -> text(data.title());
      case COMPANY -> data.companyId() == null ? "" : text(data.customerName());
      case CONTACT ->
          data.contactId() == null
              ? ""
              : data.customerContact() == null ? t("quote.chosen") : data.customerContact();
      case DEAL -> data.dealId() == null ? "" : t("quote.chosen");
      case CUSTOMER_NAME -> text(data.customerName());
      case CUSTOMER_CONTACT -> text(data.customerContact());
      case CUSTOMER_ADDRESS -> text(data.customerAddress());
      case CUSTOMER_COUNTRY -> country(data.customerCountry());
      case CUSTOMER_VAT -> text(data.customerVat());
      case LANGUAGE -> language(data.language());
      case CURRENCY -> data.currency();
      case VALID_UNTIL -> data.validUntil() == null ? "" : Formats.date(data.validUntil());
      case INTRODUCTION -> text(data.introduction());
      case LINES -> t("quote.lines.count", data.lines().size());
      case DISCOUNT -> discount(data.discount(), data.currency());
      case VAT_REASON -> text(data.vatReason());
      case TERMS -> text(data.terms());
      case TAGS -> tags.names(data.tags());
      case CUSTOM -> custom.lines(data.custom());
      case OWNER -> members.getOrDefault(data.ownerId(), "");
    };
  }

  static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}

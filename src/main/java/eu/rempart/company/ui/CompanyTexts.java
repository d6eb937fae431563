package eu.rempart.company.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.common.InvalidFieldException;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyField;
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanySize;
import eu.rempart.company.CompanyType;
import eu.rempart.db.sealed.Opened;
import eu.rempart.shell.custom.CustomBook;
import eu.rempart.shell.field.Addresses;
import eu.rempart.shell.part.SealedMark;
import eu.rempart.shell.tag.TagBook;
import eu.rempart.shell.text.Formats;
import eu.rempart.shell.text.Texts;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Fields and values of companies in words. */
final class CompanyTexts {

  private CompanyTexts() {}

  static String label(CompanyField field) {
    return t("company.field." + field.column());
  }

  static String type(CompanyType type) {
    return t("company.type." + type.name());
  }

  static String size(CompanySize size) {
    return t("company.size." + size.range());
  }

  static String problem(InvalidFieldException.Problem problem) {
    return t("company.problem." + problem.name());
  }

  /** A language by its tag, in the reader's words; the tag itself where nobody knows it. */
  static String language(@Nullable String tag) {
    return tag == null ? "" : Locale.forLanguageTag(tag).getDisplayName(Texts.locale());
  }

  /** Revenue with its currency, such as €1,200,000 or 1 200 000 €. */
  static String revenue(CompanyData data) {
    var revenue = data.annualRevenue();
    if (revenue == null) {
      return "";
    }
    return Formats.money(revenue, data.revenueCurrency());
  }

  /** Name of a company for titles; the sealed mark where the name does not open. */
  static String title(CompanyData data, Map<CompanyField, String> unopenable) {
    String name = data.name();
    String code = unopenable.get(CompanyField.NAME);
    return name != null ? name : code == null ? "" : t("shell.sealed", code);
  }

  /**
   * One field of a company as a text of one or more lines; empty where it is.
   *
   * @param companies names of companies by id
   */
  static String value(
      CompanyField field,
      CompanyData data,
      Map<UUID, String> members,
      TagBook tags,
      CustomBook custom,
      Function<CompanyId, String> companies) {
    return switch (field) {
      case NAME -> text(data.name());
      case WEBSITE -> text(data.website());
      case EMAILS ->
          data.emails().stream()
              .map(email -> email.address().value())
              .collect(Collectors.joining("\n"));
      case PHONES ->
          data.phones().stream()
              .map(phone -> phone.number().pretty())
              .collect(Collectors.joining("\n"));
      case ADDRESSES ->
          data.addresses().stream().map(Addresses::line).collect(Collectors.joining("\n"));
      case TYPE -> data.type() == null ? "" : type(data.type());
      case INDUSTRY -> text(data.industry());
      case SIZE -> data.size() == null ? "" : size(data.size());
      case ANNUAL_REVENUE -> revenue(data);
      case REVENUE_CURRENCY -> text(data.revenueCurrency());
      case PARENT -> data.parentCompanyId() == null ? "" : companies.apply(data.parentCompanyId());
      case VAT_NUMBER -> text(data.vatNumber());
      case REGISTER_NUMBER -> text(data.registerNumber());
      case LANGUAGE -> language(data.language());
      case OWNER -> members.getOrDefault(data.ownerId(), "");
      case DESCRIPTION -> text(data.description());
      case EXTERNAL_ID -> text(data.externalId());
      case TAGS -> tags.names(data.tags());
      case CUSTOM -> custom.lines(data.custom());
    };
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** A cell: the value, or the mark in words where it does not open. */
  static String cell(
      CompanyField field, Map<CompanyField, String> unopenable, @Nullable String value) {
    String code = unopenable.get(field);
    return code == null ? text(value) : SealedMark.text(new Opened.Unopenable<String>(code));
  }
}

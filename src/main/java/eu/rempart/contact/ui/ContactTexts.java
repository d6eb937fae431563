package eu.rempart.contact.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.common.Birthday;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.contact.ContactCompanyRole;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactField;
import eu.rempart.contact.LawfulBasis;
import eu.rempart.shell.custom.CustomBook;
import eu.rempart.shell.field.Addresses;
import eu.rempart.shell.part.SealedMark;
import eu.rempart.shell.tag.TagBook;
import eu.rempart.shell.text.Formats;
import eu.rempart.shell.text.Texts;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Fields and values of contacts in words. */
final class ContactTexts {

  private ContactTexts() {}

  static String label(ContactField field) {
    return t("contact.field." + field.column());
  }

  static String basis(LawfulBasis basis) {
    return t("contact.basis." + basis.name());
  }

  static String role(ContactCompanyRole role) {
    return t("contact.role." + role.name());
  }

  static String problem(InvalidFieldException.Problem problem) {
    return t("contact.problem." + problem.name());
  }

  /** A language by its tag, in the reader's words; the tag itself where nobody knows it. */
  static String language(@Nullable String tag) {
    return tag == null ? "" : Locale.forLanguageTag(tag).getDisplayName(Texts.locale());
  }

  /** A birthday with its year where it is known. */
  static String birthday(@Nullable Birthday birthday) {
    if (birthday == null) {
      return "";
    }
    return birthday
        .date()
        .map(Formats::date)
        .orElseGet(
            () -> birthday.day().format(DateTimeFormatter.ofPattern("d MMMM", Texts.locale())));
  }

  /** Name of a contact for titles; the sealed mark where the name does not open. */
  static String title(ContactData data, Map<ContactField, String> unopenable) {
    String name = data.displayName();
    return !name.isEmpty() || unopenable.isEmpty()
        ? name
        : t("shell.sealed", unopenable.values().iterator().next());
  }

  /** One field of a contact as a text of one or more lines; empty where it is. */
  static String value(
      ContactField field,
      ContactData data,
      Map<UUID, String> members,
      TagBook tags,
      CustomBook custom) {
    return switch (field) {
      case SALUTATION -> text(data.salutation());
      case FIRST_NAME -> text(data.firstName());
      case LAST_NAME -> text(data.lastName());
      case EMAILS ->
          data.emails().stream().map(ContactTexts::email).collect(Collectors.joining("\n"));
      case PHONES ->
          data.phones().stream()
              .map(phone -> phone.number().pretty())
              .collect(Collectors.joining("\n"));
      case ADDRESSES ->
          data.addresses().stream().map(Addresses::line).collect(Collectors.joining("\n"));
      case BIRTHDAY -> birthday(data.birthday());
      case LANGUAGE -> language(data.language());
      case OWNER -> members.getOrDefault(data.ownerId(), "");
      case DO_NOT_CALL -> data.doNotCall() ? t("contact.yes") : t("contact.no");
      case LAWFUL_BASIS -> data.lawfulBasis() == null ? "" : basis(data.lawfulBasis());
      case BASIS_SOURCE -> text(data.basisSource());
      case BASIS_DATE -> data.basisDate() == null ? "" : Formats.date(data.basisDate());
      case DESCRIPTION -> text(data.description());
      case EXTERNAL_ID -> text(data.externalId());
      case TAGS -> tags.names(data.tags());
      case CUSTOM -> custom.lines(data.custom());
    };
  }

  private static String email(EmailEntry email) {
    return email.address().value();
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** A cell: the value, or the mark in words where it does not open. */
  static String cell(
      ContactField field, Map<ContactField, String> unopenable, @Nullable String value) {
    String code = unopenable.get(field);
    return code != null
        ? SealedMark.text(new eu.rempart.db.sealed.Opened.Unopenable<>(code))
        : text(value);
  }
}

package eu.rempart.exchange.csv;

import eu.rempart.common.AddressKind;
import eu.rempart.common.CountryCode;
import eu.rempart.common.EmailKind;
import eu.rempart.common.PhoneKind;
import eu.rempart.exchange.format.ImportSource;
import eu.rempart.exchange.format.ProblemCode;
import eu.rempart.exchange.value.Dates;
import eu.rempart.exchange.value.Place;
import eu.rempart.exchange.value.PlainText;
import eu.rempart.exchange.value.Words;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Knows how to read a column, once it is known what it is imported as. */
final class ColumnReaders {

  /** Puts what a cell says where it belongs. */
  @FunctionalInterface
  interface ColumnReader {

    /** Reads a cell that isn't blank, stripped. */
    void read(String value, Place place, RowState state);
  }

  private final Mapping mapping;
  private final ImportSource source;
  private final LocalDate today;
  private final CustomCells custom;
  private final ColumnConventions conventions;

  ColumnReaders(
      Mapping mapping,
      ColumnConventions conventions,
      ImportSource source,
      LocalDate today,
      @Nullable CountryCode home) {
    this.custom = new CustomCells(conventions, today, home);
    this.conventions = conventions;
    this.mapping = mapping;
    this.source = source;
    this.today = today;
  }

  ColumnReader of(Target target) {
    var field = target.field();
    return switch (field) {
      case IGNORE, EMAIL_LABEL, PHONE_LABEL -> (_, _, _) -> {};
      case EXTERNAL_ID ->
          (v, _, s) -> {
            if (s.isCompany) {
              s.company.externalId(v);
            } else if (!s.isAboutCompany()) {
              s.person.externalId(v);
            } // else it is the key of an address, which is no record here
          };
      case SALUTATION -> (v, p, s) -> s.person.salutation(v, p);
      case FIRST_NAME -> (v, p, s) -> s.person.first(v, p);
      case MIDDLE_NAME -> (v, _, s) -> s.person.middle(v);
      case LAST_NAME -> (v, p, s) -> s.person.last(v, p);
      case NAME_SUFFIX -> (v, _, s) -> s.person.suffix(v);
      case FULL_NAME ->
          (v, p, s) -> {
            if (s.isCompany) {
              s.company.name(v, p);
            } else if (!s.isAboutCompany()) {
              s.person.full(v, p);
            }
          };
      case EMAIL -> email(null, labelOf(Field.EMAIL_LABEL, target.slot()));
      case EMAIL_WORK -> email(EmailKind.WORK, -1);
      case EMAIL_HOME -> email(EmailKind.HOME, -1);
      case EMAIL_OTHER -> email(EmailKind.OTHER, -1);
      case PHONE -> phone(null, labelOf(Field.PHONE_LABEL, target.slot()));
      case PHONE_MOBILE -> phone(PhoneKind.MOBILE, -1);
      case PHONE_WORK -> phone(PhoneKind.WORK, -1);
      case PHONE_HOME -> phone(PhoneKind.HOME, -1);
      case PHONE_FAX -> phone(PhoneKind.FAX, -1);
      case PHONE_PAGER -> phone(PhoneKind.PAGER, -1);
      case PHONE_OTHER -> phone(PhoneKind.OTHER, -1);
      case BIRTHDAY ->
          (v, p, s) -> {
            if (!Dates.isBlank(v)) {
              Dates.birthday(v, conventions.dates(p), today)
                  .ifPresentOrElse(s.person::birthday, () -> s.person.unreadableBirthday(v, p));
            }
          };
      case BIRTH_YEAR -> (v, _, s) -> s.birthYear = v;
      case BIRTH_MONTH -> (v, _, s) -> s.birthMonth = v;
      case BIRTH_DAY -> (v, _, s) -> s.birthDay = v;
      case LANGUAGE ->
          (v, p, s) -> {
            if (s.isAboutCompany()) {
              s.company.language(v, p);
            } else {
              s.person.language(v, p);
            }
          };
      case DO_NOT_CALL -> (v, p, s) -> answer(v, p, s, s.person::doNotCall);
      case EMAIL_OPT_OUT -> (v, p, s) -> answer(v, p, s, s.person::optOut);
      case CUSTOM -> own(target, false);
      case COMPANY_CUSTOM -> own(target, true);
      case TAGS -> (v, _, s) -> s.subject().tags(v);
      case COMPANY_TAGS -> (v, _, s) -> s.company.tags(v);
      case DESCRIPTION -> (v, _, s) -> s.subject().describe(text(v));
      case DESCRIPTION_LINE ->
          (v, p, s) -> {
            if (!Dates.isBlank(v)) { // Outlook writes 0/0/00 where it has no anniversary
              s.subject().keep(p, text(v));
            }
          };
      case JOB_TITLE ->
          (v, p, s) -> s.jobTitle = s.jobTitle.isEmpty() ? s.person.title(v, p) : s.jobTitle;
      case ROLE ->
          (v, p, s) -> {
            if (s.role.isEmpty() && Words.role(v).isPresent()) {
              s.role = Words.role(v).get();
            } else {
              s.subject().keep(p, v);
            }
          };
      case IS_DELETED -> (v, _, s) -> ifYes(v, () -> s.deleted = true);
      case IS_COMPANY -> (v, _, s) -> s.isCompany = isCompany(v);
      case ADDRESS_TYPE -> (v, _, s) -> s.addressType = Words.addressKind(v).orElse(null);
      case COMPANY_EXTERNAL_ID -> (v, _, s) -> s.company.externalId(v);
      case COMPANY_NAME ->
          (v, p, s) -> {
            if (s.isCompany) {
              s.company.parent(v, p);
            } else {
              s.company.name(v, p);
            }
          };
      case COMPANY_WEBSITE -> (v, p, s) -> s.company.website(v, p);
      case COMPANY_EMAIL -> (v, p, s) -> s.company.email(v, EmailKind.WORK, false, p);
      case COMPANY_PHONE -> (v, p, s) -> s.company.phone(v, null, false, p);
      case COMPANY_FAX -> (v, p, s) -> s.company.phone(v, PhoneKind.FAX, false, p);
      case COMPANY_TYPE -> (v, p, s) -> s.company.type(v, p);
      case COMPANY_INDUSTRY -> (v, p, s) -> s.company.industry(v, p);
      case COMPANY_SIZE -> (v, p, s) -> s.company.size(v, p);
      case COMPANY_REVENUE -> (v, p, s) -> s.company.revenue(v, conventions.numbers(p), p);
      case COMPANY_VAT_NUMBER -> (v, p, s) -> s.company.vatNumber(v, p);
      case COMPANY_REGISTER_NUMBER -> (v, p, s) -> s.company.registerNumber(v, p);
      case COMPANY_LANGUAGE -> (v, p, s) -> s.company.language(v, p);
      case COMPANY_PARENT -> (v, p, s) -> s.company.parent(v, p);
      case COMPANY_DESCRIPTION -> (v, _, s) -> s.company.describe(text(v));
      case COMPANY_DESCRIPTION_LINE -> (v, p, s) -> s.company.keep(p, text(v));
      case ADDRESS_LABEL -> (_, _, _) -> {};
      default -> AddressColumns.of(target, labelOf(Field.ADDRESS_LABEL, target.slot()));
    };
  }

  private ColumnReader own(Target target, boolean ofCompany) {
    var field = target.custom();
    return field == null ? (_, _, _) -> {} : custom.reader(field, ofCompany);
  }

  private static ColumnReader email(@Nullable EmailKind kind, int label) {
    return (v, p, s) -> {
      var said = label < 0 ? "" : s.cells.get(label);
      s.subject()
          .email(v, kind == null ? Words.emailKind(said).orElse(null) : kind, isFirst(said), p);
    };
  }

  private static ColumnReader phone(@Nullable PhoneKind kind, int label) {
    return (v, p, s) -> {
      var said = label < 0 ? "" : s.cells.get(label);
      s.subject()
          .phone(v, kind == null ? Words.phoneKind(said).orElse(null) : kind, isFirst(said), p);
    };
  }

  /** Google marks the label of the primary one. */
  private static boolean isFirst(String label) {
    return label.startsWith("*");
  }

  private static boolean isCompany(String value) {
    return Words.yesOrNo(value).orElseGet(() -> Words.isCompanyWord(value));
  }

  /** Who asked not to be called or written to must not be overlooked: other words are told. */
  private static void answer(String value, Place place, RowState state, Runnable yes) {
    if (Words.yesOrNo(value).isEmpty()) {
      state.problems.add(ProblemCode.CHOICE_UNKNOWN, place);
      state.subject().keep(place, value);
    }
    ifYes(value, yes);
  }

  private static void ifYes(String value, Runnable then) {
    if (Words.yesOrNo(value).orElse(false)) {
      then.run();
    }
  }

  private String text(String value) {
    return source.writesHtml() ? PlainText.of(value) : value;
  }

  /** The column that labels this slot, or -1. */
  private int labelOf(Field label, int slot) {
    return slot == 0 ? -1 : mapping.targets().indexOf(new Target(label, slot));
  }

  static @Nullable AddressKind kind(String label) {
    return Words.addressKind(label).orElse(null);
  }
}

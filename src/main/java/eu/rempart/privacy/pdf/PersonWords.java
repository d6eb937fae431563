package eu.rempart.privacy.pdf;

import eu.rempart.common.CountryCode;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.PhoneEntry;
import eu.rempart.common.PostalAddress;
import eu.rempart.common.number.NumberFormats;
import eu.rempart.db.kept.KeptColumn;
import eu.rempart.db.kept.KeptRow;
import eu.rempart.db.sealed.Opened;
import eu.rempart.history.HistoryService;
import eu.rempart.history.RecordKind;
import eu.rempart.history.RecordKinds;
import eu.rempart.history.RecordRef;
import eu.rempart.shell.text.Texts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts records into words of the language of whom they are about, which need not be that of whoever
 * asks for them. English stands in where there are no words.
 */
final class PersonWords {

  /** What to write beside a label, and where it is sealed for good, that. */
  private static final String NOTHING = "";

  private final HistoryService history;
  private final RecordKinds kinds;
  private final Locale locale;
  private final Map<RecordRef, String> names = new HashMap<>();

  /**
   * @param locale of a language that there are texts in
   */
  PersonWords(HistoryService history, RecordKinds kinds, Locale locale) {
    this.history = history;
    this.kinds = kinds;
    this.locale = locale;
  }

  Locale locale() {
    return locale;
  }

  String say(String key, Object... arguments) {
    return Texts.in(locale, key, arguments);
  }

  /** What a kind of records is called. */
  String kind(String table) {
    return kinds.find(table).map(kind -> say(kind.labelKey())).orElse(table);
  }

  /** Whether people are shown what a column holds. */
  boolean tells(KeptRow row, KeptColumn column) {
    return kinds.find(row.kind()).map(kind -> !kind.hidden().contains(column.name())).orElse(false);
  }

  /** A column that says whose the row is, is called as what it belongs to. */
  String label(KeptRow row, KeptColumn column) {
    return kinds
        .find(row.kind())
        .map(
            kind ->
                Optional.ofNullable(kind.table().belongsTo().get(column.name()))
                    .map(this::kind)
                    .orElseGet(() -> say(kind.fieldKey(column.name()))))
        .orElse(column.name());
  }

  /** What a column held; empty where it held nothing. */
  String value(KeptRow row, KeptColumn column, Opened<?> opened) {
    return switch (opened) {
      case Opened.Unopenable<?> sealed -> say("history.value.sealed", sealed.code());
      case Opened.Clear<?>(var value) -> value(row.kind(), column.name(), value);
    };
  }

  private String value(String table, String column, @Nullable Object value) {
    RecordKind kind = kinds.find(table).orElse(null);
    if (value == null || kind == null) {
      return value == null ? NOTHING : text(value);
    }
    String code = kind.codes().get(column);
    if (value instanceof String[] all) {
      return Stream.of(all)
          .map(one -> code == null ? one : say(code + one))
          .collect(Collectors.joining(", "));
    }
    if (code != null) {
      return say(code + value);
    }
    String reference = kind.references().get(column);
    if (reference == null) {
      reference = kind.table().belongsTo().get(column);
    }
    if (reference != null && value instanceof UUID id) {
      return name(new RecordRef(reference, id));
    }
    if (reference != null && value instanceof UUID[] ids) {
      String of = reference;
      return Stream.of(ids)
          .map(id -> name(new RecordRef(of, id)))
          .sorted()
          .collect(Collectors.joining(", "));
    }
    if (column.equals("language") && value instanceof String tag) {
      return Locale.forLanguageTag(tag).getDisplayName(locale);
    }
    return value instanceof String text ? kind.plain(column, text) : text(value);
  }

  private String name(RecordRef record) {
    String name =
        names.computeIfAbsent(
            record,
            asked ->
                asked.kind().equals(RecordKind.MEMBER)
                    ? history.memberNames(Set.of(asked.id())).getOrDefault(asked.id(), "")
                    : history.name(asked));
    return name.isEmpty() ? say("history.value.nameless") : name;
  }

  private String text(Object value) {
    return switch (value) {
      case Integer[] all -> Stream.of(all).map(this::text).collect(Collectors.joining(", "));
      case List<?> list -> list.stream().map(this::text).collect(Collectors.joining(", "));
      case EmailEntry email -> email.address().value();
      case PhoneEntry phone -> phone.number().pretty();
      case PostalAddress address -> text(address);
      case Boolean yes -> yes ? say("history.value.yes") : say("history.value.no");
      case LocalDate date -> day(date);
      case OffsetDateTime moment -> moment(moment.toInstant());
      case BigDecimal number -> NumberFormats.number(number, 0, regional());
      default -> value.toString();
    };
  }

  private String text(PostalAddress address) {
    CountryCode country = address.country();
    return Stream.of(
            address.street().replaceAll("\\R", ", "),
            (address.postalCode() + " " + address.city()).strip(),
            address.region(),
            country == null ? "" : country.name(locale))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  String day(LocalDate date) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(regional()).format(date);
  }

  /** A moment in universal time, which it says: nobody knows where it will be read. */
  String moment(Instant instant) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(regional())
            .format(instant.atOffset(ZoneOffset.UTC))
        + " UTC";
  }

  /** English without a country means Europe's: the day before the month. */
  private Locale regional() {
    return locale.equals(Locale.ENGLISH) ? Locale.UK : locale;
  }
}

package eu.rempart.history.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import eu.rempart.common.CountryCode;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.PhoneEntry;
import eu.rempart.common.Picture;
import eu.rempart.common.PostalAddress;
import eu.rempart.db.sealed.Opened;
import eu.rempart.history.ColumnParts;
import eu.rempart.history.HistoryService;
import eu.rempart.history.MoneyValue;
import eu.rempart.history.RecordKind;
import eu.rempart.history.RecordRef;
import eu.rempart.shell.custom.CustomBook;
import eu.rempart.shell.text.Formats;
import eu.rempart.shell.text.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts what a column held into words. */
final class ValueTexts {

  private static final String EMPTY = "history.value.empty";

  private final HistoryService history;
  private final RecordKind kind;
  private final CustomBook custom;

  ValueTexts(HistoryService history, RecordKind kind, CustomBook custom) {
    this.history = history;
    this.kind = kind;
    this.custom = custom;
  }

  /** A part of a column is called as the field whose id it has, be that one in the bin or not. */
  String label(String column) {
    return ColumnParts.part(column)
        .map(UUID::fromString)
        .map(
            id -> custom.find(id).map(CustomBook::label).orElseGet(() -> named("custom_field", id)))
        .orElseGet(() -> t(kind.fieldKey(column)));
  }

  /** What the column held, as text or as a small picture. */
  Component show(String column, Opened<?> opened, String className) {
    if (opened.orNull() instanceof Picture picture) {
      Image image = new Image(picture.dataUrl(), t("history.value.picture"));
      image.addClassNames(className, "history-picture");
      return image;
    }
    Span text = new Span(of(column, opened));
    text.addClassName(className);
    return text;
  }

  String of(String column, Opened<?> opened) {
    return switch (opened) {
      case Opened.Unopenable<?> sealed -> t("history.value.sealed", sealed.code());
      case Opened.Clear<?> clear -> of(column, clear.value());
    };
  }

  private String of(String column, @Nullable Object value) {
    if (value == null || (value instanceof List<?> list && list.isEmpty())) {
      return t(value == null ? kind.nothing(column).orElse(EMPTY) : EMPTY);
    }
    Optional<String> part = ColumnParts.part(column);
    if (part.isPresent()) {
      return custom.text(UUID.fromString(part.get()), value.toString());
    }
    String code = kind.codes().get(column);
    if (value instanceof String[] all) {
      return Stream.of(all)
          .map(one -> code == null ? one : t(code + one))
          .collect(Collectors.joining(", "));
    }
    if (code != null) {
      return t(code + value);
    }
    String reference = kind.references().get(column);
    if (reference != null && value instanceof UUID id) {
      return named(reference, id);
    }
    if (reference != null && value instanceof UUID[] ids) {
      Map<UUID, String> names = history.names(reference, Set.of(ids));
      return Stream.of(ids)
          .map(id -> names.getOrDefault(id, t("history.value.nameless")))
          .sorted()
          .collect(Collectors.joining(", "));
    }
    if (column.equals("language") && value instanceof String tag) {
      return Locale.forLanguageTag(tag).getDisplayName(Texts.locale());
    }
    return value instanceof String text ? kind.plain(column, text) : text(value);
  }

  private String named(String reference, UUID id) {
    String name =
        reference.equals(RecordKind.MEMBER)
            ? history.memberNames(Set.of(id)).getOrDefault(id, "")
            : history.name(new RecordRef(reference, id));
    return name.isEmpty() ? t("history.value.nameless") : name;
  }

  private static String text(Object value) {
    return switch (value) {
      case Integer[] all -> Stream.of(all).map(ValueTexts::text).collect(Collectors.joining(", "));
      case List<?> list -> list.stream().map(ValueTexts::text).collect(Collectors.joining(", "));
      case EmailEntry email -> email.address().value();
      case PhoneEntry phone -> phone.number().pretty();
      case PostalAddress address -> text(address);
      case Boolean yes -> yes ? t("history.value.yes") : t("history.value.no");
      case Picture _ -> t("history.value.picture");
      case LocalDate date -> Formats.date(date);
      case OffsetDateTime moment -> Formats.dateTime(moment.toInstant());
      case MoneyValue money -> Formats.exactMoney(money.amount(), money.currency());
      case BigDecimal number -> Formats.number(number);
      default -> value.toString();
    };
  }

  private static String text(PostalAddress address) {
    CountryCode country = address.country();
    return Stream.of(
            address.street(),
            (address.postalCode() + " " + address.city()).strip(),
            address.region(),
            country == null ? "" : country.name(Texts.locale()))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }
}

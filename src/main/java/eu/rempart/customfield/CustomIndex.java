package eu.rempart.customfield;

import static eu.rempart.db.generated.Tables.CUSTOM_FIELD;

import eu.rempart.common.custom.CustomChoice;
import eu.rempart.common.custom.CustomField;
import eu.rempart.common.custom.CustomRules;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.search.SearchDocument;
import eu.rempart.search.question.SearchField;
import eu.rempart.search.question.SearchSchema;
import eu.rempart.search.question.SearchSort;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What the index knows of custom fields. E-mail addresses and phone numbers in them are texts: by
 * those of the type itself records are taken for duplicates, and mails file themselves.
 */
@Component
public class CustomIndex {

  private static final Logger LOG = LoggerFactory.getLogger(CustomIndex.class);

  private final CustomFieldRepository repository;

  CustomIndex(CustomFieldRepository repository) {
    this.repository = repository;
  }

  /**
   * The schema with a field for each custom field that records of its kind have now. Where they are
   * more than an index takes (those that come back from the bin are not counted), the newest are
   * not searched.
   */
  public SearchSchema schema(SearchSchema known) {
    return schema(known, repository.shapes());
  }

  /**
   * @param shapes the oldest first
   */
  static SearchSchema schema(SearchSchema known, List<FieldShape> shapes) {
    List<SearchField<?>> fields = new ArrayList<>(known.fields());
    List<SearchField<?>> places = new ArrayList<>();
    for (FieldShape shape : shapes) {
      if (shape.records().contains(known.kind())) {
        List<SearchField<?>> own = fields(shape);
        if (fields.size() + own.size() > SearchSchema.MOST_FIELDS) {
          LOG.warn("{}: too many custom fields, the newest are not searched", known.kind());
          break;
        }
        fields.addAll(own);
        if (shape.kind().choosing()) {
          places.add(place(shape.id()));
        }
      }
    }
    // to be found matters more than to be sorted
    places.stream().limit(SearchSchema.MOST_FIELDS - (long) fields.size()).forEach(fields::add);
    return new SearchSchema(known.kind(), known.primary(), fields);
  }

  /** Whether these rows are fields that records of this kind have, or had: a source's answer. */
  public boolean shapes(String kind, String table, Collection<UUID> rows) {
    return table.equals(CUSTOM_FIELD.getName()) && repository.concern(kind, rows);
  }

  private static List<SearchField<?>> fields(FieldShape shape) {
    UUID id = shape.id();
    return switch (shape.kind()) {
      case TEXT, LINK, EMAIL, PHONE -> List.of(text(id));
      case LONG_TEXT -> List.of(longText(id));
      case NUMBER, MONEY -> List.of(number(id));
      case DATE -> List.of(date(id));
      case YES_NO -> List.of(flag(id));
      case CHOICE, CHOICES -> List.of(codes(id), words(id));
    };
  }

  private static SearchField<String> text(UUID id) {
    return own(id, longText(id).asSorted());
  }

  private static SearchField<String> longText(UUID id) {
    return own(id, SearchField.text(CustomField.key(id)).asFiltered());
  }

  /** Numbers in ten-thousandths, amounts in hundredths. */
  private static SearchField<Long> number(UUID id) {
    return own(id, SearchField.number(CustomField.key(id)));
  }

  private static SearchField<LocalDate> date(UUID id) {
    return own(id, SearchField.date(CustomField.key(id)));
  }

  private static SearchField<Boolean> flag(UUID id) {
    return own(id, SearchField.flag(CustomField.key(id)));
  }

  private static SearchField<String> codes(UUID id) {
    return own(id, SearchField.keyword(CustomField.key(id)));
  }

  /** What choices are called, for whoever searches by words. */
  private static SearchField<String> words(UUID id) {
    return own(id, SearchField.text(CustomField.key(id) + "-words"));
  }

  /** Where a choice stands among the others, which is the order of lists. */
  private static SearchField<Long> place(UUID id) {
    return own(id, SearchField.number(placeKey(id)));
  }

  private static String placeKey(UUID id) {
    return CustomField.key(id) + "-place";
  }

  /** Who may not see this field, or none of them, finds and sorts nothing by it. */
  private static <T> SearchField<T> own(UUID id, SearchField<T> field) {
    return field.showing(CustomParts.COLUMN, CustomField.column(id));
  }

  /**
   * The order of a list by one of these fields; empty where the index does not have it, or no
   * longer, so that the list has its usual order.
   *
   * @param id null for none
   */
  public static Optional<SearchSort> sort(
      SearchSchema schema, @Nullable UUID id, boolean descending) {
    return id == null
        ? Optional.empty()
        : field(schema, placeKey(id))
            .or(() -> field(schema, CustomField.key(id)))
            .filter(SearchField::sorted)
            .map(field -> new SearchSort(field, descending));
  }

  private static Optional<SearchField<?>> field(SearchSchema schema, String name) {
    for (SearchField<?> field : schema.fields()) {
      if (field.name().equals(name)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  /** Writes values of records of one kind into their documents, as the fields are now. */
  public Writer writer(String kind) {
    return new Writer(
        repository.all().stream().filter(field -> field.records().contains(kind)).toList());
  }

  /** Writes values into documents, and tells what of them is searched. */
  public static final class Writer {

    private final List<CustomField> fields;

    private Writer(List<CustomField> fields) {
      this.fields = fields;
    }

    /** Adds what a record has. */
    public void add(SearchDocument.Builder document, CustomValues values) {
      if (!values.isEmpty()) {
        for (CustomField field : fields) {
          String value = values.of(field.id());
          if (!value.isEmpty()) {
            add(document, field, value);
          }
        }
      }
    }

    /** The texts that a search looks through of what a record has, without hidden columns. */
    public Stream<String> searched(CustomValues values, Set<String> hidden) {
      return hidden.contains(CustomParts.COLUMN)
          ? Stream.empty()
          : fields.stream()
              .filter(field -> !hidden.contains(CustomField.column(field.id())))
              .flatMap(field -> searched(field, values.of(field.id())));
    }

    private static Stream<String> searched(CustomField field, String value) {
      return switch (field.kind()) {
        case TEXT, LINK, EMAIL, PHONE, LONG_TEXT -> Stream.of(value);
        case NUMBER, MONEY, DATE, YES_NO -> Stream.empty();
        case CHOICE, CHOICES ->
            CustomRules.codes(value).stream()
                .flatMap(code -> field.choice(code).stream())
                .flatMap(choice -> choice.label().byLanguage().values().stream());
      };
    }

    private static void add(SearchDocument.Builder document, CustomField field, String value) {
      UUID id = field.id();
      switch (field.kind()) {
        // a line of the index is one value
        case TEXT, LINK, EMAIL, PHONE -> document.with(text(id), value.replaceAll("\\s+", " "));
        case LONG_TEXT -> document.with(longText(id), value.replaceAll("\\s+", " "));
        case NUMBER -> document.with(number(id), scaled(value, CustomRules.SCALE));
        case MONEY -> document.with(number(id), scaled(value, 2));
        case DATE -> document.with(date(id), LocalDate.parse(value));
        case YES_NO -> document.with(flag(id), Boolean.valueOf(value));
        case CHOICE, CHOICES -> choose(document, field, CustomRules.codes(value));
      }
    }

    private static void choose(
        SearchDocument.Builder document, CustomField field, Set<String> codes) {
      document.withAll(codes(field.id()), codes);
      for (int place = 0; place < field.choices().size(); place++) {
        CustomChoice choice = field.choices().get(place);
        if (codes.contains(choice.code())) {
          document.with(place(field.id()), (long) place); // the first one counts
          document.withAll(words(field.id()), choice.label().byLanguage().values());
        }
      }
    }

    private static long scaled(String value, int digits) {
      return CustomRules.decimal(value).orElse(BigDecimal.ZERO).movePointRight(digits).longValue();
    }
  }
}

package eu.rempart.customfield;

import eu.rempart.common.custom.CustomField;
import eu.rempart.common.custom.CustomKind;
import eu.rempart.common.custom.CustomRules;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.search.SearchDocument;
import eu.rempart.search.question.SearchField;
import eu.rempart.search.question.SearchSchema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What the index knows of custom fields. E-mail addresses and phone numbers in them are texts: by
 * those of the type itself records are taken for duplicates, and mails file themselves.
 */
@Component
public class CustomIndex {

  /** Tables whose changes give an index another shape. */
  public static final Set<String> TABLES = Set.of("custom_field");

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
    for (FieldShape shape : shapes) {
      if (shape.records().contains(known.kind())) {
        List<SearchField<?>> own = fields(CustomField.key(shape.id()), shape.kind());
        if (fields.size() + own.size() > SearchSchema.MOST_FIELDS) {
          LOG.warn("{}: too many custom fields, the newest are not searched", known.kind());
          break;
        }
        fields.addAll(own);
      }
    }
    return new SearchSchema(known.kind(), known.primary(), fields);
  }

  private static List<SearchField<?>> fields(String key, CustomKind kind) {
    return kind.choosing() ? List.of(field(key, kind), words(key)) : List.of(field(key, kind));
  }

  private static SearchField<?> field(String key, CustomKind kind) {
    return switch (kind) {
      case TEXT, LONG_TEXT, LINK, EMAIL, PHONE -> text(key);
      case NUMBER, MONEY -> number(key);
      case DATE -> date(key);
      case YES_NO -> flag(key);
      case CHOICE, CHOICES -> codes(key);
    };
  }

  private static SearchField<String> text(String key) {
    return SearchField.text(key).asFiltered().showing(CustomParts.COLUMN);
  }

  /** Numbers in ten-thousandths, amounts in hundredths. */
  private static SearchField<Long> number(String key) {
    return SearchField.number(key).showing(CustomParts.COLUMN);
  }

  private static SearchField<LocalDate> date(String key) {
    return SearchField.date(key).showing(CustomParts.COLUMN);
  }

  private static SearchField<Boolean> flag(String key) {
    return SearchField.flag(key).showing(CustomParts.COLUMN);
  }

  private static SearchField<String> codes(String key) {
    return SearchField.keyword(key).showing(CustomParts.COLUMN);
  }

  /** What choices are called, for whoever searches by words. */
  private static SearchField<String> words(String key) {
    return SearchField.text(key + "-words").showing(CustomParts.COLUMN);
  }

  /** Writes values of records of one kind into their documents, as the fields are now. */
  public Writer writer(String kind) {
    return new Writer(
        repository.all().stream().filter(field -> field.records().contains(kind)).toList());
  }

  /** Writes values into documents. */
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

    private static void add(SearchDocument.Builder document, CustomField field, String value) {
      String key = field.key();
      switch (field.kind()) {
        // a line of the index is one value
        case TEXT, LONG_TEXT, LINK, EMAIL, PHONE ->
            document.with(text(key), value.replaceAll("\\s+", " "));
        case NUMBER -> document.with(number(key), scaled(value, CustomRules.SCALE));
        case MONEY -> document.with(number(key), scaled(value, 2));
        case DATE -> document.with(date(key), LocalDate.parse(value));
        case YES_NO -> document.with(flag(key), Boolean.valueOf(value));
        case CHOICE, CHOICES -> {
          Set<String> codes = CustomRules.codes(value);
          document.withAll(codes(key), codes);
          field.choices().stream()
              .filter(choice -> codes.contains(choice.code()))
              .forEach(
                  choice -> document.withAll(words(key), choice.label().byLanguage().values()));
        }
      }
    }

    private static long scaled(String value, int digits) {
      return CustomRules.decimal(value).orElse(BigDecimal.ZERO).movePointRight(digits).longValue();
    }
  }
}

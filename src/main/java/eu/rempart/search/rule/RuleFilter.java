package eu.rempart.search.rule;

import eu.rempart.search.question.FieldType;
import eu.rempart.search.question.Filter;
import eu.rempart.search.question.SearchField;
import eu.rempart.search.question.SearchSchema;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes filters of rules. A test on a field that there is no longer, or with values that are none,
 * is passed over: a kept rule must not fail because the world went on.
 */
public final class RuleFilter {

  /** Of the days that can be compared with: as kept fields have them, and databases. */
  public static final int FIRST_YEAR = 1;

  public static final int LAST_YEAR = 9_999;

  /** Longer than a hundred years nobody looks back or ahead. */
  public static final int MOST_DAYS = 36_500;

  private final SearchSchema schema;
  private final LocalDate today;
  private final ZoneId zone;

  /**
   * For the records of one kind.
   *
   * @param today what "the last 7 days" count from
   * @param zone in which a day begins and ends
   */
  public RuleFilter(SearchSchema schema, LocalDate today, ZoneId zone) {
    this.schema = schema;
    this.today = today;
    this.zone = zone;
  }

  /** The filter; lets everything through where nothing of the rule is understood. */
  public Filter of(Rule rule) {
    return filter(rule).orElse(Filter.EVERYTHING);
  }

  /**
   * Refuses a rule that asks for a field which there is no longer, or for what the index does not
   * know of it. A list may show more than was asked for; what is done to all of it must not.
   *
   * @throws RuleOutdatedException if it does
   */
  public static void requireKnown(Rule rule, SearchSchema schema) {
    switch (rule) {
      case Rule.All(List<Rule> rules) -> rules.forEach(each -> requireKnown(each, schema));
      case Rule.Any(List<Rule> rules) -> rules.forEach(each -> requireKnown(each, schema));
      case Rule.Test test -> {
        if (asks(test)
            && new RuleFilter(schema, LocalDate.EPOCH, ZoneOffset.UTC).filter(test).isEmpty()) {
          throw new RuleOutdatedException(schema.kind());
        }
      }
    }
  }

  /** One whose value nobody has chosen yet narrows nothing. */
  private static boolean asks(Rule.Test test) {
    return switch (test.operator()) {
      case FILLED, EMPTY -> true;
      default -> test.values().stream().anyMatch(value -> !value.isBlank());
    };
  }

  private Optional<Filter> filter(Rule rule) {
    return switch (rule) {
      case Rule.All(List<Rule> rules) -> {
        List<Filter> all = filters(rules);
        yield all.isEmpty() ? Optional.empty() : Optional.of(new Filter.And(all));
      }
      case Rule.Any(List<Rule> rules) -> {
        List<Filter> any = filters(rules);
        yield any.isEmpty() ? Optional.empty() : Optional.of(new Filter.Or(any));
      }
      case Rule.Test test ->
          schema.fields().stream()
              .filter(field -> field.name().equals(test.field()))
              .findFirst()
              .flatMap(field -> test(field, test));
    };
  }

  private List<Filter> filters(List<Rule> rules) {
    return rules.stream().flatMap(rule -> filter(rule).stream()).toList();
  }

  private <T> Optional<Filter> test(SearchField<T> field, Rule.Test test) {
    return switch (test.operator()) {
      case FILLED -> Optional.of(Filter.present(field));
      case EMPTY -> Optional.of(Filter.not(Filter.present(field)));
      case IS -> in(field, test.values());
      case IS_NOT -> in(field, test.values()).map(Filter::not);
      case STARTS_WITH -> part(field, test.values(), Filter::startsWith);
      case CONTAINS -> part(field, test.values(), Filter::contains);
      case FROM -> bound(field, test.values(), true).map(from -> between(field, from, null));
      case TO -> bound(field, test.values(), false).map(to -> between(field, null, to));
      case LAST_DAYS -> days(test.values()).flatMap(n -> within(field, today.minusDays(n), today));
      case NEXT_DAYS -> days(test.values()).flatMap(n -> within(field, today, today.plusDays(n)));
    };
  }

  @SuppressWarnings("unchecked") // the value was read as the field's type says
  private <T> Optional<Filter> in(SearchField<T> field, List<String> texts) {
    if (!field.filtered()) {
      return Optional.empty();
    }
    if (field.type() == FieldType.INSTANT) {
      return texts.stream()
          .flatMap(text -> date(text).stream())
          .findFirst()
          .flatMap(day -> within(field, day, day));
    }
    List<T> values =
        texts.stream()
            .flatMap(text -> value(field.type(), text).stream())
            .map(value -> (T) value)
            .toList();
    return values.isEmpty() ? Optional.empty() : Optional.of(Filter.in(field, values));
  }

  @SuppressWarnings("unchecked") // only texts begin with something, or contain it
  private static Optional<Filter> part(
      SearchField<?> field,
      List<String> texts,
      BiFunction<SearchField<String>, String, Filter> found) {
    boolean able =
        field.filtered()
            && (field.type() == FieldType.TEXT || field.type() == FieldType.KEYWORD)
            && texts.stream().anyMatch(text -> !text.isBlank());
    return able
        ? Optional.of(
            new Filter.Or(
                texts.stream()
                    .filter(text -> !text.isBlank())
                    .map(text -> found.apply((SearchField<String>) field, text.strip()))
                    .toList()))
        : Optional.empty();
  }

  private Optional<Filter> within(SearchField<?> field, LocalDate from, LocalDate to) {
    return switch (field.type()) {
      case DATE -> Optional.of(between(field, from, to));
      case INSTANT ->
          Optional.of(
              between(
                  field,
                  from.atStartOfDay(zone).toInstant(),
                  to.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1_000)));
      case TEXT, EMAIL, PHONE, KEYWORD, CHOICE, UUID, FLAG, NUMBER -> Optional.empty();
    };
  }

  @SuppressWarnings("unchecked") // both ends were read as the field's type says
  private static <T> Filter between(
      SearchField<T> field, @Nullable Object from, @Nullable Object to) {
    return Filter.between(field, (T) from, (T) to);
  }

  private Optional<Object> bound(SearchField<?> field, List<String> texts, boolean begin) {
    if (!field.sorted()) {
      return Optional.empty();
    }
    Stream<Object> read =
        switch (field.type()) {
          case DATE -> texts.stream().flatMap(text -> date(text).stream());
          case INSTANT ->
              texts.stream()
                  .flatMap(text -> date(text).stream())
                  .map(day -> begin ? start(day) : start(day.plusDays(1)).minusNanos(1_000));
          case NUMBER -> texts.stream().flatMap(text -> number(text).stream());
          case TEXT, EMAIL, PHONE, KEYWORD, CHOICE, UUID, FLAG -> Stream.empty();
        };
    return read.findFirst();
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  private static Optional<Integer> days(List<String> texts) {
    return texts.stream()
        .flatMap(text -> number(text).stream())
        .findFirst()
        .filter(days -> days >= 0 && days <= MOST_DAYS)
        .map(Long::intValue);
  }

  private static Optional<?> value(FieldType type, String text) {
    return switch (type) {
      case TEXT, EMAIL, PHONE, KEYWORD, CHOICE ->
          text.isBlank() ? Optional.empty() : Optional.of(text);
      case UUID -> uuid(text);
      case FLAG -> Optional.of(Boolean.valueOf(text));
      case NUMBER -> number(text);
      case DATE -> date(text);
      case INSTANT -> Optional.empty();
    };
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Optional<Long> number(String text) {
    try {
      return Optional.of(Long.parseLong(text.strip()));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  /** Whether it can be compared with: far beyond, nothing can be counted. */
  public static boolean isDay(LocalDate day) {
    return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text.strip())).filter(RuleFilter::isDay);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}

package eu.rempart.quote.ui;

import com.vaadin.flow.component.grid.Grid.Column;
import eu.rempart.common.Page;
import eu.rempart.common.custom.CustomField;
import eu.rempart.quote.QuoteColumn;
import eu.rempart.quote.QuoteField;
import eu.rempart.quote.QuoteQuery;
import eu.rempart.quote.QuoteRow;
import eu.rempart.quote.QuoteService;
import eu.rempart.quote.QuoteState;
import eu.rempart.search.rule.Rule;
import eu.rempart.shell.custom.CustomBook;
import eu.rempart.shell.custom.CustomWords;
import eu.rempart.shell.list.RecordCard;
import eu.rempart.shell.list.RecordCount;
import eu.rempart.shell.list.RecordGrid;
import eu.rempart.shell.list.RecordQuery;
import eu.rempart.shell.list.RecordSource;
import eu.rempart.shell.tag.TagBook;
import eu.rempart.shell.text.Formats;
import eu.rempart.shell.text.Texts;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of the list of quotes, and how its columns show them. */
final class QuoteRows implements RecordSource<QuoteRow> {

  private final QuoteService quotes;
  private Set<QuoteState> states = Set.of();
  private Rule rule = Rule.EVERYTHING;

  QuoteRows(QuoteService quotes) {
    this.quotes = quotes;
  }

  void states(Set<QuoteState> chosen) {
    states = Set.copyOf(chosen);
  }

  void rule(Rule further) {
    rule = further;
  }

  Rule rule() {
    return rule;
  }

  @Override
  public List<QuoteRow> page(RecordQuery query) {
    return quotes
        .page(
            query(query.search(), query.sort(), rule, QuoteColumn.DEFAULT, List.of()),
            query.offset(),
            query.limit())
        .rows();
  }

  /** What the list asks for now, with the chosen columns. */
  QuoteQuery query(RecordGrid<QuoteRow> grid) {
    Set<QuoteColumn> chosen = new LinkedHashSet<>();
    grid.columns().forEach(key -> chosen.add(column(key)));
    List<UUID> own = grid.columns().stream().flatMap(key -> CustomField.id(key).stream()).toList();
    return query(grid.search(), grid.sort(), rule, chosen, own);
  }

  private QuoteQuery query(
      String search,
      Optional<RecordQuery.Sort> sort,
      Rule conditions,
      Set<QuoteColumn> columns,
      List<UUID> own) {
    return new QuoteQuery(
        search,
        states,
        conditions,
        sort.map(order -> column(order.column()))
            .filter(QuoteColumn::sortable)
            .orElse(search.isBlank() ? QuoteColumn.CHANGED : QuoteColumn.TITLE), // the best first
        sort.map(RecordQuery.Sort::descending).orElse(search.isBlank()),
        columns,
        own,
        sort.flatMap(order -> CustomField.id(order.column())).orElse(null),
        Formats.zone());
  }

  @Override
  public RecordCount count(String search) {
    return counted(search, rule);
  }

  /** How many the list would find with a further condition. */
  RecordCount count(String search, Rule further) {
    return counted(search, new Rule.All(List.of(rule, further)));
  }

  private RecordCount counted(String search, Rule conditions) {
    Page<QuoteRow> page =
        quotes.page(
            query(search, Optional.empty(), conditions, QuoteColumn.DEFAULT, List.of()), 0, 0);
    return new RecordCount(page.total(), !page.exact());
  }

  static RecordCard card(QuoteRow row) {
    String subtitle =
        Stream.of(row.number(), row.customer())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" · "));
    return RecordCard.company(
            QuoteTexts.title(row.title(), row.unopenable()),
            subtitle,
            QuoteNavigation.details(row.id()))
        .withFact(
            QuoteTexts.money(row.total(), row.currency()), QuoteTexts.state(row.state(today())));
  }

  void addColumns(
      RecordGrid<QuoteRow> grid, Map<UUID, String> members, TagBook tags, CustomBook own) {
    for (QuoteColumn column : QuoteColumn.values()) {
      if (column != QuoteColumn.CUSTOM) {
        add(grid, column, members, tags).setSortable(column.sortable());
      }
    }
    own.all().forEach(field -> add(grid, field));
  }

  private static void add(RecordGrid<QuoteRow> grid, CustomField field) {
    grid.addText(
            field.key(),
            CustomBook.label(field),
            row ->
                cell(row, QuoteField.CUSTOM, CustomWords.text(field, row.custom().of(field.id()))),
            field.lists().contains("quote"))
        .setSortable(field.kind().sortable());
  }

  /** The value, or the mark in words where it does not open. */
  private static @Nullable String cell(QuoteRow row, QuoteField field, @Nullable String value) {
    String code = row.unopenable().get(field);
    return code == null ? value : Texts.t("shell.sealed", code);
  }

  private static Column<QuoteRow> add(
      RecordGrid<QuoteRow> grid, QuoteColumn column, Map<UUID, String> members, TagBook tags) {
    String key = column.name().toLowerCase(Locale.ROOT);
    String label = Texts.t("quote.column." + key);
    boolean byDefault = QuoteColumn.DEFAULT.contains(column);
    return switch (column) {
      case TITLE -> grid.addTitle(key, label);
      case TAGS -> grid.addTags(key, label, tags, QuoteRow::tags, byDefault);
      case CHANGED -> grid.addTime(key, label, QuoteRow::changedAt, byDefault);
      default -> grid.addText(key, label, row -> text(column, row, members), byDefault);
    };
  }

  private static @Nullable String text(
      QuoteColumn column, QuoteRow row, Map<UUID, String> members) {
    return switch (column) {
      case TITLE -> QuoteTexts.title(row.title(), row.unopenable());
      case NUMBER -> row.number();
      case CUSTOMER -> cell(row, QuoteField.CUSTOMER_NAME, row.customer());
      case STATE -> QuoteTexts.state(row.state(today()));
      case NET -> QuoteTexts.money(row.net(), row.currency());
      case TOTAL -> QuoteTexts.money(row.total(), row.currency());
      case ISSUED -> day(row.issuedOn());
      case VALID_UNTIL -> day(row.validUntil());
      case OWNER -> members.get(row.ownerId());
      case CHANGED, TAGS, CUSTOM -> null;
    };
  }

  private static @Nullable String day(@Nullable LocalDate day) {
    return day == null ? null : Formats.date(day);
  }

  private static LocalDate today() {
    return LocalDate.now(Formats.zone());
  }

  private static QuoteColumn column(String key) {
    return CustomField.id(key).isPresent()
        ? QuoteColumn.CUSTOM
        : QuoteColumn.valueOf(key.toUpperCase(Locale.ROOT));
  }
}

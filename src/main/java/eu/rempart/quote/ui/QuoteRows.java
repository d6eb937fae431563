package eu.rempart.quote.ui;

import com.vaadin.flow.component.grid.Grid.Column;
import eu.rempart.common.Page;
import eu.rempart.quote.QuoteColumn;
import eu.rempart.quote.QuoteField;
import eu.rempart.quote.QuoteQuery;
import eu.rempart.quote.QuoteRow;
import eu.rempart.quote.QuoteService;
import eu.rempart.quote.QuoteState;
import eu.rempart.shell.list.RecordCard;
import eu.rempart.shell.list.RecordCount;
import eu.rempart.shell.list.RecordGrid;
import eu.rempart.shell.list.RecordQuery;
import eu.rempart.shell.list.RecordSource;
import eu.rempart.shell.text.Formats;
import eu.rempart.shell.text.Texts;
import java.time.LocalDate;
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

  QuoteRows(QuoteService quotes) {
    this.quotes = quotes;
  }

  void states(Set<QuoteState> chosen) {
    states = Set.copyOf(chosen);
  }

  @Override
  public List<QuoteRow> page(RecordQuery query) {
    return quotes.page(query(query.search(), query.sort()), query.offset(), query.limit()).rows();
  }

  private QuoteQuery query(String search, Optional<RecordQuery.Sort> sort) {
    return new QuoteQuery(
        search,
        states,
        sort.map(order -> column(order.column())).orElse(QuoteColumn.CHANGED),
        sort.map(RecordQuery.Sort::descending).orElse(true));
  }

  @Override
  public RecordCount count(String search) {
    Page<QuoteRow> page = quotes.page(query(search, Optional.empty()), 0, 0);
    return new RecordCount(page.total(), !page.exact());
  }

  static RecordCard card(QuoteRow row) {
    String subtitle =
        Stream.of(
                row.number(),
                row.customer(),
                Formats.exactMoney(row.total(), row.currency()),
                QuoteTexts.state(row.state(today())))
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" · "));
    return RecordCard.company(
        QuoteTexts.title(row.title(), row.unopenable()),
        subtitle,
        QuoteNavigation.details(row.id()));
  }

  void addColumns(RecordGrid<QuoteRow> grid, Map<UUID, String> members) {
    for (QuoteColumn column : QuoteColumn.values()) {
      add(grid, column, members).setSortable(column.sortable());
    }
  }

  private static Column<QuoteRow> add(
      RecordGrid<QuoteRow> grid, QuoteColumn column, Map<UUID, String> members) {
    String key = column.name().toLowerCase(Locale.ROOT);
    String label = Texts.t("quote.column." + key);
    boolean byDefault = QuoteColumn.DEFAULT.contains(column);
    return switch (column) {
      case TITLE -> grid.addTitle(key, label);
      case CHANGED -> grid.addTime(key, label, QuoteRow::changedAt, byDefault);
      default -> grid.addText(key, label, row -> text(column, row, members), byDefault);
    };
  }

  private static @Nullable String text(
      QuoteColumn column, QuoteRow row, Map<UUID, String> members) {
    return switch (column) {
      case TITLE -> QuoteTexts.title(row.title(), row.unopenable());
      case NUMBER -> row.number();
      case CUSTOMER -> {
        String code = row.unopenable().get(QuoteField.CUSTOMER_NAME);
        yield code == null ? row.customer() : Texts.t("shell.sealed", code);
      }
      case STATE -> QuoteTexts.state(row.state(today()));
      case NET -> Formats.exactMoney(row.net(), row.currency());
      case TOTAL -> Formats.exactMoney(row.total(), row.currency());
      case ISSUED -> day(row.issuedOn());
      case VALID_UNTIL -> day(row.validUntil());
      case OWNER -> members.get(row.ownerId());
      case CHANGED -> null;
    };
  }

  private static @Nullable String day(@Nullable LocalDate day) {
    return day == null ? null : Formats.date(day);
  }

  private static LocalDate today() {
    return LocalDate.now(Formats.zone());
  }

  private static QuoteColumn column(String key) {
    return QuoteColumn.valueOf(key.toUpperCase(Locale.ROOT));
  }
}

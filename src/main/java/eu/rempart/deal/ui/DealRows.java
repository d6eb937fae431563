package eu.rempart.deal.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.grid.Grid.Column;
import eu.rempart.common.Page;
import eu.rempart.common.custom.CustomField;
import eu.rempart.deal.DealColumn;
import eu.rempart.deal.DealField;
import eu.rempart.deal.DealFilter;
import eu.rempart.deal.DealQuery;
import eu.rempart.deal.DealRow;
import eu.rempart.deal.DealService;
import eu.rempart.deal.pipeline.Stage;
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
import eu.rempart.shell.text.RelativeTimes;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The rows of the list of deals, and how its columns show them. */
final class DealRows implements RecordSource<DealRow> {

  private final DealService deals;
  private final StageBook stages;
  private DealFilter filter = DealFilter.NONE;
  private Supplier<Set<DealColumn>> shown = () -> DealColumn.DEFAULT;

  DealRows(DealService deals, StageBook stages) {
    this.deals = deals;
    this.stages = stages;
  }

  void filter(DealFilter chosen) {
    filter = chosen;
  }

  DealFilter filter() {
    return filter;
  }

  @Override
  public List<DealRow> page(RecordQuery query) {
    return deals
        .page(
            query(query.search(), query.sort(), shown.get(), List.of()),
            query.offset(),
            query.limit())
        .rows();
  }

  /** What the list asks for now, with the chosen columns: the cards of a phone show fewer. */
  DealQuery query(RecordGrid<DealRow> grid) {
    Set<DealColumn> chosen = new LinkedHashSet<>();
    grid.columns().forEach(key -> chosen.add(column(key)));
    List<UUID> own = grid.columns().stream().flatMap(key -> CustomField.id(key).stream()).toList();
    return query(grid.search(), grid.sort(), chosen, own);
  }

  private DealQuery query(
      String search, Optional<RecordQuery.Sort> sort, Set<DealColumn> columns, List<UUID> own) {
    return new DealQuery(
        search,
        filter,
        sort.map(order -> column(order.column()))
            .filter(DealColumn::sortable)
            .orElse(DealColumn.NAME),
        sort.map(RecordQuery.Sort::descending).orElse(false),
        columns,
        own,
        sort.flatMap(order -> CustomField.id(order.column())).orElse(null),
        Formats.zone());
  }

  /** How many the list would find with a further condition. */
  RecordCount count(String search, Rule further) {
    DealFilter narrow = filter.with(new Rule.All(List.of(filter.rule(), further)));
    Page<DealRow> page =
        deals.page(
            new DealQuery(search, narrow, DealColumn.NAME, false, Set.of()).in(Formats.zone()),
            0,
            0);
    return new RecordCount(page.total(), !page.exact());
  }

  @Override
  public RecordCount count(String search) {
    Page<DealRow> page =
        deals.page(
            new DealQuery(search, filter, DealColumn.NAME, false, Set.of()).in(Formats.zone()),
            0,
            0);
    return new RecordCount(page.total(), !page.exact());
  }

  RecordCard card(DealRow row) {
    return RecordCard.company(
            DealTexts.title(row.shown(), row.unopenable()),
            Objects.requireNonNullElse(row.company(), ""),
            DealNavigation.details(row.id()))
        .withFact(
            DealTexts.money(row.shown().amount(), row.shown().currency()),
            stages.stage(row.shown().stageId()).map(Stage::name).orElse(""));
  }

  /** Adds every column; only those that are shown are read. */
  void addColumns(
      RecordGrid<DealRow> grid, Map<UUID, String> members, TagBook tags, CustomBook own) {
    for (DealColumn column : DealColumn.values()) {
      if (column != DealColumn.CUSTOM) {
        add(grid, column, members, tags).setSortable(column.sortable());
      }
    }
    own.all().forEach(field -> add(grid, field));
    shown =
        () -> {
          Set<DealColumn> visible = new LinkedHashSet<>(Set.of(DealColumn.NAME));
          grid.shown().forEach(key -> visible.add(column(key)));
          if (visible.size() == 1) { // the cards of a phone
            visible.add(DealColumn.COMPANY);
            visible.add(DealColumn.AMOUNT);
          }
          return visible;
        };
  }

  private static void add(RecordGrid<DealRow> grid, CustomField field) {
    grid.addText(
            field.key(),
            CustomBook.label(field),
            row ->
                DealTexts.cell(
                    DealField.CUSTOM,
                    row.unopenable(),
                    CustomWords.text(field, row.shown().custom().of(field.id()))),
            field.lists().contains("deal"))
        .setSortable(field.kind().sortable());
  }

  private Column<DealRow> add(
      RecordGrid<DealRow> grid, DealColumn column, Map<UUID, String> members, TagBook tags) {
    String key = key(column);
    String label = t("deal.column." + key);
    boolean byDefault = DealColumn.DEFAULT.contains(column);
    return switch (column) {
      case NAME -> grid.addTitle(key, label);
      case TAGS -> grid.addTags(key, label, tags, row -> row.shown().tags(), byDefault);
      case CREATED -> grid.addTime(key, label, DealRow::createdAt, byDefault);
      case CHANGED -> grid.addTime(key, label, DealRow::changedAt, byDefault);
      case SINCE -> grid.addTime(key, label, DealRow::since, byDefault);
      default -> grid.addText(key, label, row -> text(column, row, members), byDefault);
    };
  }

  private @Nullable String text(DealColumn column, DealRow row, Map<UUID, String> members) {
    var data = row.shown();
    return switch (column) {
      case NAME -> DealTexts.title(data, row.unopenable());
      case COMPANY -> row.company();
      case AMOUNT -> DealTexts.money(data.amount(), data.currency());
      case LINES ->
          DealTexts.cell(DealField.LINES, row.unopenable(), DealTexts.products(data.lines()));
      case STAGE -> stages.name(data.stageId());
      case STATE -> DealTexts.state(row.state());
      case PROBABILITY ->
          DealTexts.percent(
              data.probability() != null
                  ? data.probability()
                  : stages.stage(data.stageId()).map(Stage::probability).orElse(0));
      case EXPECTED_CLOSE ->
          data.expectedClose() == null ? null : Formats.date(data.expectedClose());
      case OWNER -> members.get(data.ownerId());
      case SOURCE -> DealTexts.cell(DealField.SOURCE, row.unopenable(), data.source());
      case LOST_REASON ->
          DealTexts.cell(DealField.LOST_REASON, row.unopenable(), data.lostReason());
      case CLOSED ->
          row.closedAt() == null ? null : RelativeTimes.describe(row.closedAt(), Instant.now());
      case CREATED, CHANGED, TAGS, SINCE, CUSTOM -> null;
    };
  }

  private static String key(DealColumn column) {
    return column.name().toLowerCase(Locale.ROOT);
  }

  private static DealColumn column(String key) {
    return CustomField.id(key).isPresent()
        ? DealColumn.CUSTOM
        : DealColumn.valueOf(key.toUpperCase(Locale.ROOT));
  }
}

package eu.rempart.activity.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.grid.Grid.Column;
import eu.rempart.activity.ActivityColumn;
import eu.rempart.activity.ActivityField;
import eu.rempart.activity.ActivityFilter;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityQuery;
import eu.rempart.activity.ActivityRow;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.ui.field.LinkedRecords;
import eu.rempart.activity.value.When;
import eu.rempart.common.Page;
import eu.rempart.common.custom.CustomField;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactId;
import eu.rempart.deal.DealId;
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
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of the list of activities, and how its columns show them. */
final class ActivityRows implements RecordSource<ActivityRow> {

  /** Where something is looked for; among equals by the subject. */
  private static final RecordQuery.Sort BEST =
      new RecordQuery.Sort(key(ActivityColumn.SUBJECT), false);

  private static final RecordQuery.Sort BY_TIME =
      new RecordQuery.Sort(key(ActivityColumn.WHEN), false);

  private final ActivityService activities;
  private final LinkedRecords records;
  private final Map<UUID, String> names = new HashMap<>();
  private ActivityFilter filter = ActivityFilter.NONE;
  private Rule rule = Rule.EVERYTHING;
  private Supplier<Set<ActivityColumn>> shown = () -> ActivityColumn.DEFAULT;

  ActivityRows(ActivityService activities, LinkedRecords records) {
    this.activities = activities;
    this.records = records;
  }

  void filter(ActivityFilter chosen) {
    filter = chosen;
  }

  ActivityFilter filter() {
    return filter;
  }

  void rule(Rule further) {
    rule = further;
  }

  Rule rule() {
    return rule;
  }

  @Override
  public List<ActivityRow> page(RecordQuery query) {
    List<ActivityRow> rows =
        activities
            .page(
                query(query.search(), query.sort(), rule, shown.get(), List.of()),
                query.offset(),
                query.limit())
            .rows();
    if (query.offset() == 0) {
      names.clear(); // read anew with the list
    }
    names.putAll(records.names(rows));
    return rows;
  }

  /** What the list asks for now. */
  ActivityQuery query(RecordGrid<ActivityRow> grid) {
    Set<ActivityColumn> chosen = new LinkedHashSet<>();
    grid.columns().forEach(key -> chosen.add(column(key)));
    List<UUID> own = grid.columns().stream().flatMap(key -> CustomField.id(key).stream()).toList();
    return query(grid.search(), grid.sort(), rule, chosen, own);
  }

  private ActivityQuery query(
      String search,
      Optional<RecordQuery.Sort> sort,
      Rule conditions,
      Set<ActivityColumn> columns,
      List<UUID> own) {
    RecordQuery.Sort order = sort.orElse(search.isBlank() ? BY_TIME : BEST);
    ActivityColumn sorted = column(order.column());
    return new ActivityQuery(
        search,
        filter,
        conditions,
        sorted.sortable() ? sorted : ActivityColumn.WHEN,
        order.descending(),
        columns,
        own,
        CustomField.id(order.column()).orElse(null),
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
    Page<ActivityRow> page =
        activities.page(query(search, Optional.empty(), conditions, Set.of(), List.of()), 0, 0);
    return new RecordCount(page.total(), !page.exact());
  }

  RecordCard card(ActivityRow row) {
    return RecordCard.company(
            ActivityTexts.title(row.shown(), row.unopenable()),
            about(row),
            ActivityNavigation.details(row.id()))
        .withFact(ActivityTexts.kind(row.shown().kind()), when(row));
  }

  /** Adds every column; only those that are shown are read. */
  void addColumns(
      RecordGrid<ActivityRow> grid, Map<UUID, String> members, TagBook tags, CustomBook own) {
    for (ActivityColumn column : ActivityColumn.values()) {
      if (column != ActivityColumn.CUSTOM) {
        add(grid, column, members, tags).setSortable(column.sortable());
      }
    }
    own.all().forEach(field -> add(grid, field));
    shown =
        () -> {
          Set<ActivityColumn> visible = new LinkedHashSet<>(Set.of(ActivityColumn.SUBJECT));
          grid.shown().forEach(key -> visible.add(column(key)));
          if (visible.size() == 1) { // the cards of a phone
            visible.add(ActivityColumn.LINKS);
          }
          return visible;
        };
  }

  private static void add(RecordGrid<ActivityRow> grid, CustomField field) {
    grid.addText(
            field.key(),
            CustomBook.label(field),
            row ->
                ActivityTexts.cell(
                    ActivityField.CUSTOM,
                    row.unopenable(),
                    CustomWords.text(field, row.shown().custom().of(field.id()))),
            field.lists().contains("activity"))
        .setSortable(field.kind().sortable());
  }

  private Column<ActivityRow> add(
      RecordGrid<ActivityRow> grid,
      ActivityColumn column,
      Map<UUID, String> members,
      TagBook tags) {
    String key = key(column);
    String label = t("activity.column." + key);
    boolean byDefault = ActivityColumn.DEFAULT.contains(column);
    return switch (column) {
      case SUBJECT -> grid.addTitle(key, label);
      // a day with its time, and names, are longer than what stands in other columns
      case WHEN, LINKS ->
          grid.addText(key, label, row -> text(column, row, members), byDefault).setFlexGrow(2);
      case TAGS -> grid.addTags(key, label, tags, row -> row.shown().tags(), byDefault);
      case CREATED -> grid.addTime(key, label, ActivityRow::createdAt, byDefault);
      case CHANGED -> grid.addTime(key, label, ActivityRow::changedAt, byDefault);
      default -> grid.addText(key, label, row -> text(column, row, members), byDefault);
    };
  }

  private @Nullable String text(ActivityColumn column, ActivityRow row, Map<UUID, String> members) {
    var data = row.shown();
    return switch (column) {
      case SUBJECT -> ActivityTexts.title(data, row.unopenable());
      case WHEN -> when(row);
      case KIND -> ActivityTexts.kind(data.kind());
      case LINKS -> about(row);
      case OWNER -> members.get(data.ownerId());
      case PRIORITY -> ActivityTexts.priority(data.priority());
      case STATUS -> ActivityTexts.status(data, Instant.now());
      case MINUTES -> data.minutes() == null ? null : ActivityTexts.minutes(data.minutes());
      case PLACE -> ActivityTexts.cell(ActivityField.PLACE, row.unopenable(), data.place());
      case DONE ->
          row.doneAt() == null ? null : RelativeTimes.describe(row.doneAt(), Instant.now());
      case CREATED, CHANGED, TAGS, CUSTOM -> null;
    };
  }

  private static @Nullable String when(ActivityRow row) {
    Instant now = Instant.now();
    When when = row.shown().when();
    if (when == null) {
      return null;
    }
    String words = ActivityTexts.when(when, now);
    return ActivityTexts.overdue(row.shown(), now) ? t("activity.when.overdue", words) : words;
  }

  private String about(ActivityRow row) {
    ActivityLinks links = row.links();
    return Stream.of(
            links.contacts().stream().map(ContactId::value),
            links.companies().stream().map(CompanyId::value),
            links.deals().stream().map(DealId::value))
        .flatMap(ids -> ids)
        .map(id -> names.getOrDefault(id, "…"))
        .collect(Collectors.joining(", "));
  }

  private static String key(ActivityColumn column) {
    return column.name().toLowerCase(Locale.ROOT);
  }

  private static ActivityColumn column(String key) {
    return CustomField.id(key).isPresent()
        ? ActivityColumn.CUSTOM
        : ActivityColumn.valueOf(key.toUpperCase(Locale.ROOT));
  }
}

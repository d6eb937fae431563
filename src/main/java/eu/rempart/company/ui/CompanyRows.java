package eu.rempart.company.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.grid.Grid.Column;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.Page;
import eu.rempart.common.PhoneEntry;
import eu.rempart.common.PostalAddress;
import eu.rempart.common.custom.CustomField;
import eu.rempart.company.CompanyColumn;
import eu.rempart.company.CompanyField;
import eu.rempart.company.CompanyFilter;
import eu.rempart.company.CompanyQuery;
import eu.rempart.company.CompanyRow;
import eu.rempart.company.CompanyService;
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

/** The rows of the list of companies, and how its columns show them. */
final class CompanyRows implements RecordSource<CompanyRow> {

  private final CompanyService companies;
  private CompanyFilter filter = CompanyFilter.NONE;
  private Supplier<Set<CompanyColumn>> shown = () -> CompanyColumn.DEFAULT;

  CompanyRows(CompanyService companies) {
    this.companies = companies;
  }

  void filter(CompanyFilter chosen) {
    filter = chosen;
  }

  CompanyFilter filter() {
    return filter;
  }

  @Override
  public List<CompanyRow> page(RecordQuery query) {
    return companies
        .page(
            query(query.search(), query.sort(), shown.get(), List.of()),
            query.offset(),
            query.limit())
        .rows();
  }

  /** What the list asks for now, with the chosen columns: the cards of a phone show fewer. */
  CompanyQuery query(RecordGrid<CompanyRow> grid) {
    Set<CompanyColumn> chosen = new LinkedHashSet<>();
    grid.columns().forEach(key -> chosen.add(column(key)));
    List<UUID> own = grid.columns().stream().flatMap(key -> CustomField.id(key).stream()).toList();
    return query(grid.search(), grid.sort(), chosen, own);
  }

  private CompanyQuery query(
      String search, Optional<RecordQuery.Sort> sort, Set<CompanyColumn> columns, List<UUID> own) {
    return new CompanyQuery(
        search,
        filter,
        sort.map(order -> column(order.column()))
            .filter(CompanyColumn::sortable)
            .orElse(CompanyColumn.NAME),
        sort.map(RecordQuery.Sort::descending).orElse(false),
        columns,
        own,
        sort.flatMap(order -> CustomField.id(order.column())).orElse(null),
        Formats.zone());
  }

  /** How many the list would find with a further condition. */
  RecordCount count(String search, Rule further) {
    CompanyFilter narrow = filter.with(new Rule.All(List.of(filter.rule(), further)));
    Page<CompanyRow> page =
        companies.page(
            new CompanyQuery(search, narrow, CompanyColumn.NAME, false, Set.of())
                .in(Formats.zone()),
            0,
            0);
    return new RecordCount(page.total(), !page.exact());
  }

  @Override
  public RecordCount count(String search) {
    Page<CompanyRow> page =
        companies.page(
            new CompanyQuery(search, filter, CompanyColumn.NAME, false, Set.of())
                .in(Formats.zone()),
            0,
            0);
    return new RecordCount(page.total(), !page.exact());
  }

  static RecordCard card(CompanyRow row) {
    var data = row.shown();
    String subtitle =
        Stream.of(data.industry(), city(data.addresses()))
            .filter(part -> part != null && !part.isEmpty())
            .collect(Collectors.joining(" · "));
    return RecordCard.company(
        CompanyTexts.title(data, row.unopenable()), subtitle, CompanyNavigation.details(row.id()));
  }

  /** Adds every column; only those that are shown are read. */
  static void addColumns(
      RecordGrid<CompanyRow> grid,
      CompanyRows rows,
      Map<UUID, String> members,
      TagBook tags,
      CustomBook own) {
    for (CompanyColumn column : CompanyColumn.values()) {
      if (column != CompanyColumn.CUSTOM) {
        add(grid, column, members, tags).setSortable(column.sortable());
      }
    }
    own.all().forEach(field -> add(grid, field));
    rows.shown =
        () -> {
          Set<CompanyColumn> visible = new LinkedHashSet<>(Set.of(CompanyColumn.NAME));
          grid.shown().forEach(key -> visible.add(column(key)));
          if (visible.size() == 1) { // the cards of a phone
            visible.add(CompanyColumn.INDUSTRY);
            visible.add(CompanyColumn.CITY);
          }
          return visible;
        };
  }

  private static void add(RecordGrid<CompanyRow> grid, CustomField field) {
    grid.addText(
            field.key(),
            CustomBook.label(field),
            row ->
                CompanyTexts.cell(
                    CompanyField.CUSTOM,
                    row.unopenable(),
                    CustomWords.text(field, row.shown().custom().of(field.id()))),
            field.lists().contains("company"))
        .setSortable(field.kind().sortable());
  }

  private static Column<CompanyRow> add(
      RecordGrid<CompanyRow> grid, CompanyColumn column, Map<UUID, String> members, TagBook tags) {
    String key = key(column);
    String label = t("company.column." + key);
    boolean shown = CompanyColumn.DEFAULT.contains(column);
    return switch (column) {
      case NAME -> grid.addTitle(key, label);
      case TAGS -> grid.addTags(key, label, tags, row -> row.shown().tags(), shown);
      case CREATED -> grid.addTime(key, label, CompanyRow::createdAt, shown);
      case CHANGED -> grid.addTime(key, label, CompanyRow::changedAt, shown);
      default -> grid.addText(key, label, row -> text(column, row, members), shown);
    };
  }

  private static @Nullable String text(
      CompanyColumn column, CompanyRow row, Map<UUID, String> members) {
    var data = row.shown();
    return switch (column) {
      case NAME -> CompanyTexts.title(data, row.unopenable());
      case TYPE -> data.type() == null ? null : CompanyTexts.type(data.type());
      case INDUSTRY -> cell(CompanyField.INDUSTRY, row, data.industry());
      case SIZE -> data.size() == null ? null : CompanyTexts.size(data.size());
      case EMAIL -> {
        EmailEntry email = data.primaryEmail();
        yield cell(CompanyField.EMAILS, row, email == null ? null : email.address().value());
      }
      case PHONE -> {
        PhoneEntry phone = data.primaryPhone();
        yield cell(CompanyField.PHONES, row, phone == null ? null : phone.number().pretty());
      }
      case WEBSITE -> cell(CompanyField.WEBSITE, row, data.website());
      case CITY -> cell(CompanyField.ADDRESSES, row, city(data.addresses()));
      case COUNTRY -> cell(CompanyField.ADDRESSES, row, country(data.addresses()));
      case REVENUE -> CompanyTexts.revenue(data);
      case LANGUAGE -> CompanyTexts.language(data.language());
      case OWNER -> members.get(data.ownerId());
      case CREATED, CHANGED, TAGS, CUSTOM -> null;
    };
  }

  private static String cell(CompanyField field, CompanyRow row, @Nullable String value) {
    return CompanyTexts.cell(field, row.unopenable(), value);
  }

  private static @Nullable String city(List<PostalAddress> addresses) {
    return addresses.stream()
        .map(PostalAddress::city)
        .filter(city -> !city.isEmpty())
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String country(List<PostalAddress> addresses) {
    return addresses.stream()
        .flatMap(address -> Stream.ofNullable(address.country()))
        .map(country -> country.name(Texts.locale()))
        .findFirst()
        .orElse(null);
  }

  private static String key(CompanyColumn column) {
    return column.name().toLowerCase(Locale.ROOT);
  }

  private static CompanyColumn column(String key) {
    return CustomField.id(key).isPresent()
        ? CompanyColumn.CUSTOM
        : CompanyColumn.valueOf(key.toUpperCase(Locale.ROOT));
  }
}

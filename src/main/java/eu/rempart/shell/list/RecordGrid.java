package eu.rempart.shell.list;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.Grid.Column;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.server.streams.DownloadHandler;
import eu.rempart.shell.part.EmptyState;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.text.RelativeTimes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A list of records. Pages of 50 are read as one scrolls; every column sorts unless it is told not
 * to; on a phone a row is a card of two lines. The grid asks its {@link RecordSource} only.
 */
public final class RecordGrid<T> extends Div {

  private static final long serialVersionUID = 1L;
  private static final int PAGE = 50;

  private final RecordSource<T> source;
  private final Function<T, RecordCard> card;
  private final ListSearch search = new ListSearch(this::refresh);
  private final Div filters = new Div();
  private final Div actions = new Div();
  private final Span count = new Span();
  private final Span indexing = new Span();
  private final Grid<T> grid = new Grid<>();
  private final GridOrder<T> order = new GridOrder<>(grid);
  private final ColumnChooser chooser;
  private final CardFacts<T> facts;
  private final SortChooser sorting = new SortChooser(this::setSort);
  private final ExportMenu exports = new ExportMenu();
  private final BulkBar bulk = new BulkBar(() -> grid.deselectAll());
  private final CallbackDataProvider<T, Void> data;
  private final Column<T> cards;
  private @Nullable Column<T> titles;
  private @Nullable Component nothingYet;
  private boolean phone;

  /**
   * Builds a list without columns.
   *
   * @param list short name under which the browser remembers the columns, such as {@code contacts}
   * @param id what tells records apart, so that a selection survives a reload
   * @param card how a record looks on a phone and in the title column
   */
  public RecordGrid(
      String list, RecordSource<T> source, Function<T, Object> id, Function<T, RecordCard> card) {
    this.source = source;
    this.card = card;
    this.data = new CallbackDataProvider<>(this::read, this::size, id::apply);
    this.chooser = new ColumnChooser("columns-" + list, t("shell.list.columns"), _ -> arrange());
    this.facts = new CardFacts<>(list, this::refresh);
    this.cards =
        grid.addColumn(RecordTemplates.<T>card(item -> facts.on(card.apply(item), item)))
            .setFlexGrow(1);
    this.cards.setVisible(false);
    addClassName("record-list");
    prepareGrid();
    filters.addClassName("record-filters");
    actions.addClassName("record-actions");
    count.addClassName("record-count");
    count.getElement().setAttribute("role", "status");
    indexing.addClassName("record-indexing");
    indexing.getElement().setAttribute("role", "status");
    indexing.setVisible(false);
    var tools =
        new Div(search, filters, sorting, count, exports, chooser, facts.chooser(), actions);
    tools.addClassName("record-tools");
    add(tools, indexing, bulk, grid);
    Phone.watch(
        this,
        narrow -> {
          phone = narrow;
          arrange();
        });
  }

  /** The first column: avatar and title, which links to the record. */
  public Column<T> addTitle(String key, String label) {
    titles = prepare(grid.addColumn(RecordTemplates.title(card)), key, label).setFlexGrow(2);
    return titles;
  }

  /** A column of plain text, shown from the start. */
  public Column<T> addText(String key, String label, Function<T, @Nullable String> text) {
    return addText(key, label, text, true);
  }

  /** A column of plain text. */
  public Column<T> addText(
      String key, String label, Function<T, @Nullable String> text, boolean shown) {
    chooser.offer(key, label, shown);
    facts.offer(key, label, text);
    var column =
        prepare(
            grid.addColumn(
                item -> {
                  var value = text.apply(item);
                  return value == null ? "" : value;
                }),
            key,
            label);
    column.setVisible(shown);
    return column;
  }

  /** A column of moments: relative, with the exact one on hover. */
  public Column<T> addTime(String key, String label, Function<T, Instant> time, boolean shown) {
    chooser.offer(key, label, shown);
    facts.offer(key, label, item -> RelativeTimes.describe(time.apply(item), Instant.now()));
    var column = prepare(grid.addColumn(RecordTemplates.time(time)), key, label);
    column.setVisible(shown);
    return column;
  }

  /** Puts components between the search field and the count. */
  public void setFilters(Component... components) {
    filters.removeAll();
    filters.add(components);
  }

  /** Puts buttons at the end of the line; the last one is the main one. */
  public void setActions(Component... components) {
    actions.removeAll();
    actions.add(components);
  }

  /** Lets rows be selected and offers a step on the selected ones. */
  public void addBulkAction(String text, Glyph glyph, Consumer<Set<T>> step) {
    if (grid.getSelectionMode() != Grid.SelectionMode.MULTI) {
      grid.setSelectionMode(Grid.SelectionMode.MULTI);
      grid.addSelectionListener(selection -> bulk.show(selection.getAllSelectedItems().size()));
      BulkBar.nameSelectionColumn(grid);
    }
    bulk.addStep(text, glyph, () -> step.accept(Set.copyOf(grid.getSelectedItems())));
  }

  /**
   * Offers to take the list out in a format.
   *
   * @param file the file of what is selected, or of all that is shown where nothing is
   */
  public void addExport(String format, Function<Set<T>, DownloadHandler> file) {
    exports.offer(format, () -> file.apply(Set.copyOf(grid.getSelectedItems())));
  }

  /** The order that the list is in; empty for the one the room thinks best. */
  public Optional<RecordQuery.Sort> sort() {
    return order.get();
  }

  /** Puts the list into an order; one that it does not know is passed over. */
  public void setSort(Optional<RecordQuery.Sort> sort) {
    order.set(sort);
  }

  /** Calls back when the order changes, for views that keep it in the URL. */
  public void onSort(Runnable listener) {
    grid.addSortListener(_ -> listener.run());
  }

  /** What stands there as long as there is no record at all. */
  public void setNothingYet(Component component) {
    nothingYet = component;
  }

  /** What is typed into the search field, stripped. */
  public String search() {
    return search.text();
  }

  /** Fills the search field, as a link into the list does. */
  public void setSearch(String text) {
    search.setValue(text);
  }

  /** Calls back when the search field changes, for views that keep it in the URL. */
  public void onSearch(Consumer<String> listener) {
    search.addValueChangeListener(_ -> listener.accept(search()));
  }

  /**
   * Says that the index is being built, so that the list may be incomplete; empty when it is done.
   */
  public void setIndexing(OptionalInt percent) {
    indexing.setVisible(percent.isPresent());
    indexing.setText(percent.isPresent() ? t("shell.list.indexing", percent.getAsInt()) : "");
    exports.setReady(percent.isEmpty());
  }

  /** Reads the shown rows again, after a change elsewhere. */
  public void refresh() {
    data.refreshAll();
  }

  /** Keys of the columns that are to be read; on a phone what was chosen for the cards. */
  public Set<String> shown() {
    return phone ? facts.chosen() : Set.copyOf(columns());
  }

  /** Deselects all rows. */
  public void deselectAll() {
    grid.deselectAll();
  }

  /** Keys of the columns that somebody chose, in their order, also while a phone shows cards. */
  public List<String> columns() {
    var chosen = chooser.chosen();
    return grid.getColumns().stream()
        .filter(column -> column.equals(titles) || chosen.contains(column.getKey()))
        .map(Column::getKey)
        .toList();
  }

  /** The grid itself, for what this class does not offer. */
  public Grid<T> grid() {
    return grid;
  }

  private void prepareGrid() {
    grid.addClassName("record-grid");
    grid.addThemeVariants(GridVariant.NO_BORDER);
    grid.setPageSize(PAGE);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.setColumnReorderingAllowed(true);
    grid.addItemClickListener(
        click -> {
          if (click.getColumn() != null) {
            UI.getCurrent().navigate(card.apply(click.getItem()).route());
          }
        });
    grid.addSortListener(_ -> sorting.show(sort()));
    grid.setItems(data);
  }

  private Column<T> prepare(Column<T> column, String key, String label) {
    return column
        .setKey(key)
        .setHeader(label)
        .setSortProperty(key)
        .setSortable(true)
        .setResizable(true)
        .setFlexGrow(1);
  }

  private void arrange() {
    setClassName("phone", phone);
    chooser.setVisible(!phone);
    facts.chooser().setVisible(phone);
    sorting.offer(order.choices());
    sorting.show(sort());
    var chosen = columns();
    grid.getColumns()
        .forEach(
            column ->
                column.setVisible(
                    column.equals(cards) ? phone : !phone && chosen.contains(column.getKey())));
  }

  private Stream<T> read(Query<T, Void> query) {
    return source
        .page(new RecordQuery(search(), sort(), query.getOffset(), query.getLimit()))
        .stream();
  }

  private int size(Query<T, Void> query) {
    var found = source.count(search());
    count.setText(found.words());
    if (found.rows() == 0) {
      grid.setEmptyStateComponent(emptyState());
    }
    return found.rows();
  }

  private Component emptyState() {
    return search().isEmpty() && nothingYet != null
        ? nothingYet
        : new EmptyState(
            Glyph.SEARCH, t("shell.list.nothing.title"), t("shell.list.nothing.sentence"));
  }
}

package eu.rempart.shell.list;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.server.streams.DownloadHandler;
import eu.rempart.shell.part.Glyph;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A list of records. Pages of 50 are read as one scrolls; every column sorts unless it is told not
 * to; on a phone a row is a card of two lines. The grid asks its {@link RecordSource} only.
 */
public final class RecordGrid<T> extends ColumnedGrid<T> {

  private static final long serialVersionUID = 1L;
  private static final int PAGE = 50;

  private final RecordSource<T> source;
  private final ListSearch search = new ListSearch(this::refresh);
  private final Div filters = new Div();
  private final Div actions = new Div();
  private final Span count = new Span();
  private final Span indexing = new Span();
  private final GridOrder<T> order = new GridOrder<>(grid);
  private final SortChooser sorting = new SortChooser(this::setSort);
  private final ExportMenu exports = new ExportMenu();
  private final BulkBar bulk = new BulkBar(() -> grid.deselectAll());
  private final RowSelection<T> ticks =
      new RowSelection<>(grid, (offset, limit) -> rows(offset, limit));
  private final CallbackDataProvider<T, Void> data;
  private final NoRows noRows = new NoRows();
  private Runnable refreshed = () -> {};
  private final EditMode<T> editing = new EditMode<>(_ -> markEditable());
  private final Paragraph editable = new Paragraph();

  /**
   * Builds a list without columns.
   *
   * @param list short name under which the browser remembers the columns, such as {@code contacts}
   * @param id what tells records apart, so that a selection survives a reload
   * @param card how a record looks on a phone and in the title column
   */
  public RecordGrid(
      String list, RecordSource<T> source, Function<T, Object> id, Function<T, RecordCard> card) {
    super(list, card);
    this.source = source;
    this.data = new CallbackDataProvider<>(this::read, this::size, id::apply);
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
        new Div(
            search, filters, sorting, count, exports, editing, chooser, facts.chooser(), actions);
    tools.addClassName("record-tools");
    // what can be done with ticked rows comes below them: it must not push them aside
    editable.addClassName("record-editable");
    editable.getElement().setAttribute("role", "status");
    editable.setVisible(false);
    add(tools, editable, indexing, grid, bulk);
    watchWidth();
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
  public void addBulkAction(String text, Glyph glyph, Consumer<Chosen<T>> step) {
    if (!ticks.isOn()) {
      ticks.begin(bulk, bulk::chooseAll);
    }
    bulk.addStep(text, glyph, () -> step.accept(chosen()));
  }

  private Chosen<T> chosen() {
    return new Chosen<>(
        bulk.isAll() ? Set.of() : grid.getSelectedItems(), bulk.isAll(), bulk.count());
  }

  /**
   * Offers to take the list out in a format.
   *
   * @param file the file of what is selected, or of all that is shown where nothing is
   */
  public void addExport(String format, Function<Set<T>, DownloadHandler> file) {
    exports.offer(format, () -> file.apply(chosen().some()));
  }

  /** The order that the list is in; empty for the one the room thinks best. */
  public Optional<RecordQuery.Sort> sort() {
    return order.get();
  }

  /** Puts the list into an order; one that it does not know is passed over. */
  public void setSort(Optional<RecordQuery.Sort> sort) {
    if (!sort.equals(sort())) {
      order.set(sort);
    }
  }

  /** Calls back when the order changes, for views that keep it in the URL. */
  public void onSort(Runnable listener) {
    grid.addSortListener(_ -> listener.run());
  }

  /**
   * What stands there as long as there is no record at all.
   *
   * @param everything whether no filter leaves records out
   */
  public void setNothingYet(Component component, BooleanSupplier everything) {
    noRows.set(component, everything);
  }

  /** What is typed into the search field, stripped. */
  public String search() {
    return search.text();
  }

  /** Fills the search field, as a link into the list does. */
  public void setSearch(String text) {
    if (!text.equals(search())) { // else a space at the end of what is being typed would go
      search.setValue(text);
    }
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

  @Override
  public void refresh() {
    data.refreshAll();
    refreshed.run();
  }

  /** Calls back when the list is read anew: what is told of it beside it may be different now. */
  public void onRefresh(Runnable listener) {
    refreshed = listener;
  }

  /**
   * Lets the fields of these columns be edited in place, once somebody switches that on.
   *
   * @param edit told the row and the key of the column
   */
  public void setEditor(Set<String> editable, BiConsumer<T, String> edit) {
    editing.offer(editable, edit);
  }

  /**
   * Marks the cells that can be edited as long as they are, and says which columns they stand in.
   */
  private void markEditable() {
    boolean on = editing.isOn();
    setClassName("editing", on);
    grid.getColumns().stream()
        .filter(column -> editing.edits(column.getKey()))
        .forEach(
            column -> {
              column.setPartNameGenerator(_ -> on ? "editable" : null);
              column.setTooltipGenerator(_ -> on ? t("shell.inline.cell") : null);
            });
    sayEditable();
    refresh();
  }

  private void sayEditable() {
    editable.setVisible(editing.isOn());
    String shown = editableTitles(Grid.Column::isVisible);
    String all = editableTitles(_ -> true);
    editable.setText(
        !shown.isEmpty()
            ? t("shell.inline.these", shown)
            : all.isEmpty() ? t("shell.inline.nothing") : t("shell.inline.none", all));
  }

  private String editableTitles(Predicate<Grid.Column<T>> which) {
    return grid.getColumns().stream()
        .filter(column -> editing.edits(column.getKey()) && which.test(column))
        .map(Grid.Column::getHeaderText)
        .collect(Collectors.joining(", "));
  }

  /** Deselects all rows. */
  public void deselectAll() {
    grid.deselectAll();
  }

  @Override
  void arranged() {
    sorting.offer(order.choices());
    sorting.show(sort());
    sayEditable();
  }

  private void prepareGrid() {
    grid.addClassName("record-grid");
    grid.addThemeVariants(GridVariant.NO_BORDER);
    grid.setPageSize(PAGE);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.setColumnReorderingAllowed(true);
    grid.addItemClickListener(
        click -> {
          if (click.getColumn() != null && editing.isOn()) {
            editing.edit(click.getItem(), click.getColumn().getKey());
          } else if (click.isShiftKey() && ticks.isOn()) {
            ticks.extendTo(click.getItem());
          } else if (click.getColumn() != null) {
            UI.getCurrent().navigate(card.apply(click.getItem()).route());
          }
        });
    grid.addSortListener(_ -> sorting.show(sort()));
    grid.setItems(data);
    ListPlace.keepRow(grid);
    RowKeys.openByEnter(grid);
  }

  private Stream<T> read(Query<T, Void> query) {
    return rows(query.getOffset(), query.getLimit()).stream();
  }

  private List<T> rows(int offset, int limit) {
    return source.page(new RecordQuery(search(), sort(), offset, limit));
  }

  /** As the box in the header does. */
  void tickShown(boolean ticked) {
    ticks.tickShown(ticked, bulk, bulk::chooseAll);
  }

  /** As a click on the box of a row does. */
  void toggled(T item, boolean selected, boolean shift) {
    ticks.toggled(item, selected, shift);
  }

  private int size(Query<T, Void> query) {
    var found = source.count(search());
    count.setText(found.words());
    FilterChips.in(filters).forEach(chips -> chips.found(found));
    bulk.matching(found);
    if (found.rows() == 0) {
      grid.setEmptyStateComponent(noRows.component(search()));
    }
    return found.rows();
  }
}

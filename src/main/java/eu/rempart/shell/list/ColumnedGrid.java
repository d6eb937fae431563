package eu.rempart.shell.list;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.Grid.Column;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableFunction;
import eu.rempart.shell.tag.TagBook;
import eu.rempart.shell.tag.TagChips;
import eu.rempart.shell.text.RelativeTimes;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A grid whose columns people choose, and whose rows are cards on a phone. */
abstract class ColumnedGrid<T> extends Div {

  private static final long serialVersionUID = 1L;

  final Function<T, RecordCard> card;
  final Grid<T> grid = new Grid<>();
  final ColumnChooser chooser;
  final CardFacts<T> facts;
  private final Column<T> cards;
  private @Nullable Column<T> titles;
  private @Nullable Column<T> actions;

  /** The order before others were shown for now; empty where none are. */
  private List<Column<T>> ownOrder = List.of();

  private boolean phone;

  ColumnedGrid(String list, Function<T, RecordCard> card) {
    this.card = card;
    this.chooser = new ColumnChooser("columns-" + list, t("shell.list.columns"), _ -> arrange());
    this.facts = new CardFacts<>(list, this::refresh);
    this.cards =
        grid.addColumn(RecordTemplates.<T>card(item -> facts.on(card.apply(item), item)))
            .setFlexGrow(1);
    this.cards.setVisible(false);
  }

  /** Reads the shown rows again, after a change elsewhere. */
  public abstract void refresh();

  /** Called after columns came or went. */
  abstract void arranged();

  void watchWidth() {
    Phone.watch(
        this,
        narrow -> {
          phone = narrow;
          arrange();
        });
  }

  /** The first column: avatar and title, which links to the record. */
  public Column<T> addTitle(String key, String label) {
    titles = prepare(grid.addColumn(RecordTemplates.title(card)), key, label).setFlexGrow(4);
    return titles;
  }

  /** A column of plain text, shown from the start. */
  public Column<T> addText(String key, String label, Function<T, @Nullable String> text) {
    return addText(key, label, text, true);
  }

  /** A column of plain text. */
  public Column<T> addText(
      String key, String label, Function<T, @Nullable String> text, boolean shown) {
    return offer(
        grid.addColumn(item -> Objects.requireNonNullElse(text.apply(item), "")),
        key,
        label,
        text,
        shown);
  }

  /** A column of moments: relative, with the exact one on hover. */
  public Column<T> addTime(String key, String label, Function<T, Instant> time, boolean shown) {
    return offer(
        grid.addColumn(RecordTemplates.time(time)),
        key,
        label,
        item -> RelativeTimes.describe(time.apply(item), Instant.now()),
        shown);
  }

  /** A column of tags, each in its colour. */
  public Column<T> addTags(
      String key, String label, TagBook tags, Function<T, Collection<UUID>> ids, boolean shown) {
    return offer(
        grid.addColumn(TagChips.cells(tags, ids)),
        key,
        label,
        item -> tags.names(ids.apply(item)),
        shown);
  }

  /** The last column, which is always there but on a phone: what can be done with a row at once. */
  public void addActions(String label, SerializableFunction<T, Component> of) {
    actions =
        grid.addComponentColumn(of::apply)
            .setKey("actions")
            .setHeader(label)
            .setAutoWidth(true)
            .setFlexGrow(0);
  }

  private Column<T> offer(
      Column<T> column,
      String key,
      String label,
      Function<T, @Nullable String> text,
      boolean shown) {
    chooser.offer(key, label, shown);
    facts.offer(key, label, text);
    column.setVisible(shown);
    return prepare(column, key, label);
  }

  /** What a row is called. */
  public String titleOf(T item) {
    return card.apply(item).title();
  }

  /** Keys of the columns that are to be read; on a phone what was chosen for the cards. */
  public Set<String> shown() {
    return phone ? facts.chosen() : Set.copyOf(columns());
  }

  /** Keys of the columns that somebody chose, in their order, also while a phone shows cards. */
  public List<String> columns() {
    var chosen = chooser.chosen();
    return grid.getColumns().stream()
        .filter(column -> column.equals(titles) || chosen.contains(column.getKey()))
        .map(Column::getKey)
        .toList();
  }

  /**
   * Shows these columns in this order for now; keys that it does not know are passed over.
   *
   * @param keys none for those that whoever looks chose, in the order in which they had them
   */
  public void setColumns(List<String> keys) {
    if (keys.isEmpty()) {
      showOwnColumns();
      return;
    }
    if (ownOrder.isEmpty()) {
      ownOrder = List.copyOf(grid.getColumns());
    }
    chooser.choose(keys);
    var first = keys.stream().flatMap(key -> Stream.ofNullable(grid.getColumnByKey(key)));
    var order = new LinkedHashSet<Column<T>>(first.toList());
    order.addAll(grid.getColumns());
    grid.setColumnOrder(List.copyOf(order));
    arrange();
  }

  private void showOwnColumns() {
    chooser.chooseOwn();
    if (!ownOrder.isEmpty()) {
      grid.setColumnOrder(ownOrder);
      ownOrder = List.of();
    }
    arrange();
  }

  /** The grid itself, for what this class does not offer. */
  public Grid<T> grid() {
    return grid;
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
    Set<String> read = visible();
    setClassName("phone", phone);
    chooser.setVisible(!phone);
    facts.chooser().setVisible(phone);
    var chosen = columns();
    grid.getColumns()
        .forEach(
            column ->
                column.setVisible(
                    column.equals(cards)
                        ? phone
                        : !phone && (column.equals(actions) || chosen.contains(column.getKey()))));
    arranged();
    if (!read.containsAll(visible())) {
      refresh(); // rows were read without what these columns show
    }
  }

  private Set<String> visible() {
    return grid.getColumns().stream()
        .filter(column -> column.isVisible() && column.getKey() != null)
        .map(Column::getKey)
        .collect(Collectors.toSet());
  }
}

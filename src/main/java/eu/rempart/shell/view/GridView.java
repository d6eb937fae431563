package eu.rempart.shell.view;

import eu.rempart.search.rule.Rule;
import eu.rempart.shell.list.ListAddress;
import eu.rempart.shell.list.RecordCount;
import eu.rempart.shell.list.RecordGrid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The state of a grid with a filter bar and an address of its own. */
public final class GridView implements ViewedList {

  private final RecordGrid<?> grid;
  private final Supplier<Map<String, List<String>>> address;
  private final Supplier<Rule> rule;
  private final BiConsumer<Map<String, List<String>>, Rule> filter;
  private final List<ListField> fields;
  private final Function<Rule, RecordCount> count;

  /**
   * The state of a grid.
   *
   * @param address what the address of the list says now
   * @param rule the further conditions in force
   * @param filter puts other filters and conditions in force, without reading the list anew
   * @param count how many would be found with a further condition
   */
  public GridView(
      RecordGrid<?> grid,
      Supplier<Map<String, List<String>>> address,
      Supplier<Rule> rule,
      BiConsumer<Map<String, List<String>>, Rule> filter,
      List<ListField> fields,
      Function<Rule, RecordCount> count) {
    this.grid = grid;
    this.address = address;
    this.rule = rule;
    this.filter = filter;
    this.fields = List.copyOf(fields);
    this.count = count;
  }

  @Override
  public ListState state() {
    Map<String, List<String>> filters = new HashMap<>(address.get());
    filters.keySet().removeAll(ListAddress.OWN);
    return new ListState(grid.search(), filters, rule.get(), grid.columns(), grid.sort());
  }

  @Override
  public void show(ListState state) {
    filter.accept(state.filters(), state.rule());
    grid.setSearch(state.text());
    grid.setSort(state.sort());
    grid.setColumns(state.columns());
    grid.refresh();
  }

  @Override
  public void onChange(Runnable listener) {
    grid.onRefresh(listener);
  }

  @Override
  public List<ListField> fields() {
    return fields;
  }

  @Override
  public RecordCount count(Rule further) {
    return count.apply(further);
  }
}

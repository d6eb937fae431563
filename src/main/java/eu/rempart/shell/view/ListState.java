package eu.rempart.shell.view;

import com.vaadin.flow.router.QueryParameters;
import eu.rempart.search.rule.Rule;
import eu.rempart.shell.list.ListAddress;
import eu.rempart.shell.list.RecordQuery;
import eu.rempart.shell.list.SearchMemo;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a list shows.
 *
 * @param text what is searched for; empty for all
 * @param filters those of its filter bar, by the keys of its address
 * @param columns keys of the columns in their order; empty for those of whoever looks
 * @param sort empty for the room's own order
 */
public record ListState(
    String text,
    Map<String, List<String>> filters,
    Rule rule,
    List<String> columns,
    Optional<RecordQuery.Sort> sort) {

  /** Everything, as somebody finds it who comes for the first time. */
  public static final ListState EVERYTHING =
      new ListState("", Map.of(), Rule.EVERYTHING, List.of(), Optional.empty());

  public ListState {
    filters = Map.copyOf(filters);
    columns = List.copyOf(columns);
  }

  /** The same with other further conditions. */
  public ListState with(Rule other) {
    return new ListState(text, filters, other, columns, sort);
  }

  /** What the address of the list says of it; of columns it says nothing. */
  public QueryParameters parameters(SearchMemo memo) {
    ListAddress address = ListAddress.of(text, sort, memo).with(rule);
    filters.forEach((key, values) -> address.with(key, values));
    return address.parameters();
  }

  /** What is looked for is customer data. */
  @Override
  public String toString() {
    return "ListState[hidden]";
  }
}

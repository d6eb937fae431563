package eu.rempart.savedview;

import eu.rempart.search.rule.Rule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a view shows.
 *
 * @param text what is searched for; empty for all
 * @param filters those of the list's own filter bar, by the keys of its address
 * @param rule further conditions
 * @param columns keys of the columns in their order; empty for those of whoever looks
 * @param sort key of the column that orders; null for the room's own order
 * @param group key of the column that groups; null for none
 */
public record ViewContent(
    String text,
    Map<String, List<String>> filters,
    Rule rule,
    List<String> columns,
    @Nullable String sort,
    boolean descending,
    @Nullable String group) {

  /** Shows everything. */
  public static final ViewContent EVERYTHING =
      new ViewContent("", Map.of(), Rule.EVERYTHING, List.of(), null, false, null);

  public ViewContent {
    filters = Map.copyOf(filters);
    columns = List.copyOf(columns);
  }

  /** What is looked for is customer data. */
  @Override
  public String toString() {
    return "ViewContent[hidden]";
  }
}

package eu.rempart.savedview;

import eu.rempart.search.rule.RuleText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Between the content of a view and its text. What a text says that is not understood is passed
 * over, so that a view of a newer version of Rempart still opens in an older one.
 */
final class ViewText {

  private static final JsonMapper JSON = JsonMapper.shared();

  private ViewText() {}

  static String write(ViewContent content) {
    ObjectNode root = JSON.createObjectNode();
    root.put("text", content.text());
    ObjectNode filters = root.putObject("filters");
    content.filters().forEach((key, values) -> texts(filters.putArray(key), values));
    root.set("rule", RuleText.node(content.rule()));
    texts(root.putArray("columns"), content.columns());
    root.put("sort", content.sort());
    root.put("descending", content.descending());
    root.put("group", content.group());
    return JSON.writeValueAsString(root);
  }

  private static void texts(ArrayNode array, List<String> values) {
    values.forEach(array::add);
  }

  /** Everything where the text is none. */
  static ViewContent read(String text) {
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (JacksonException _) {
      return ViewContent.EVERYTHING;
    }
    Map<String, List<String>> filters = new HashMap<>();
    root.path("filters")
        .properties()
        .forEach(entry -> filters.put(entry.getKey(), texts(entry.getValue())));
    return new ViewContent(
        root.path("text").asString(""),
        filters,
        RuleText.read(root.path("rule")),
        texts(root.path("columns")),
        text(root.path("sort")),
        root.path("descending").asBoolean(false),
        text(root.path("group")));
  }

  private static @Nullable String text(JsonNode node) {
    return node.isString() ? node.asString() : null;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(
        each -> {
          if (each.isString()) {
            texts.add(each.asString());
          }
        });
    return texts;
  }
}

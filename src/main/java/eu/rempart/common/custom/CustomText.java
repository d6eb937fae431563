package eu.rempart.common.custom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Between labels, choices, values and the JSON that is sealed. Texts are read as this class wrote
 * them: what is sealed was not changed by anybody.
 */
public final class CustomText {

  private static final JsonMapper JSON = JsonMapper.shared();

  private CustomText() {}

  /** Values by the ids of their fields, in their order; null where there are none. */
  public static @Nullable String write(CustomValues values) {
    if (values.isEmpty()) {
      return null;
    }
    ObjectNode node = JSON.createObjectNode();
    new TreeMap<>(values.byId()).forEach((id, value) -> node.put(id.toString(), value));
    return JSON.writeValueAsString(node);
  }

  public static CustomValues values(@Nullable String text) {
    if (text == null) {
      return CustomValues.NONE;
    }
    Map<UUID, String> values = new HashMap<>();
    JSON.readTree(text)
        .properties()
        .forEach(each -> values.put(UUID.fromString(each.getKey()), each.getValue().asString("")));
    return new CustomValues(values);
  }

  public static String write(Labels labels) {
    return JSON.writeValueAsString(node(labels));
  }

  public static Labels labels(@Nullable String text) {
    return text == null ? new Labels(Map.of()) : labels(JSON.readTree(text));
  }

  /** Null where there are none. */
  public static @Nullable String write(List<CustomChoice> choices) {
    if (choices.isEmpty()) {
      return null;
    }
    ArrayNode array = JSON.createArrayNode();
    for (CustomChoice choice : choices) {
      ObjectNode node = array.addObject();
      node.put("code", choice.code());
      node.set("label", node(choice.label()));
      node.put("retired", choice.retired());
    }
    return JSON.writeValueAsString(array);
  }

  public static List<CustomChoice> choices(@Nullable String text) {
    List<CustomChoice> choices = new ArrayList<>();
    if (text != null) {
      for (JsonNode node : JSON.readTree(text)) {
        choices.add(
            new CustomChoice(
                node.path("code").asString(""),
                labels(node.path("label")),
                node.path("retired").asBoolean(false)));
      }
    }
    return choices;
  }

  private static ObjectNode node(Labels labels) {
    ObjectNode node = JSON.createObjectNode();
    new TreeMap<>(labels.byLanguage()).forEach(node::put);
    return node;
  }

  private static Labels labels(JsonNode node) {
    Map<String, String> texts = new HashMap<>();
    node.properties().forEach(each -> texts.put(each.getKey(), each.getValue().asString("")));
    return new Labels(texts);
  }
}

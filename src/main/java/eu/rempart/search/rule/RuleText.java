package eu.rempart.search.rule;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Between a rule and JSON. What a text says that is not understood is passed over, so that a rule
 * of a newer version of Rempart is still read by an older one.
 */
public final class RuleText {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** Deeper than anybody builds; a text that goes on is not read further. */
  private static final int DEEPEST = 8;

  private RuleText() {}

  public static String write(Rule rule) {
    return JSON.writeValueAsString(node(rule));
  }

  public static ObjectNode node(Rule rule) {
    ObjectNode node = JSON.createObjectNode();
    switch (rule) {
      case Rule.All(List<Rule> rules) -> nodes(node.putArray("all"), rules);
      case Rule.Any(List<Rule> rules) -> nodes(node.putArray("any"), rules);
      case Rule.Test test -> {
        node.put("field", test.field());
        node.put("is", test.operator().name());
        ArrayNode values = node.putArray("values");
        test.values().forEach(values::add);
      }
    }
    return node;
  }

  private static void nodes(ArrayNode array, List<Rule> rules) {
    rules.forEach(inner -> array.add(node(inner)));
  }

  /** Everything where the text is none. */
  public static Rule read(String text) {
    if (text.isBlank()) {
      return Rule.EVERYTHING;
    }
    try {
      return read(JSON.readTree(text));
    } catch (JacksonException _) {
      return Rule.EVERYTHING;
    }
  }

  /** Everything where the node is none. */
  public static Rule read(JsonNode node) {
    return read(node, DEEPEST);
  }

  private static Rule read(JsonNode node, int deeper) {
    if (deeper == 0) {
      return Rule.EVERYTHING;
    }
    if (node.has("all")) {
      return new Rule.All(rules(node.path("all"), deeper));
    }
    if (node.has("any")) {
      return new Rule.Any(rules(node.path("any"), deeper));
    }
    for (Operator operator : Operator.values()) {
      if (operator.name().equals(node.path("is").asString(""))) {
        return new Rule.Test(node.path("field").asString(""), operator, texts(node.path("values")));
      }
    }
    return Rule.EVERYTHING;
  }

  private static List<Rule> rules(JsonNode array, int deeper) {
    List<Rule> rules = new ArrayList<>();
    array.forEach(each -> rules.add(read(each, deeper - 1)));
    return rules;
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

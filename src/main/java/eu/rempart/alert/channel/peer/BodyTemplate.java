package eu.rempart.alert.channel.peer;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * What is posted to a provider, with places for who gets it and what. It is taken apart first, and
 * places are filled in what came out, so that no text of a message can end a string or begin a
 * field.
 */
public sealed interface BodyTemplate {

  /** Headers that are said elsewhere. */
  Set<String> TAKEN =
      Set.of(
          "host",
          "content-type",
          "content-length",
          "connection",
          "user-agent",
          "accept",
          "transfer-encoding",
          "expect",
          "te",
          "upgrade",
          "trailer");

  Pattern PLACE = Pattern.compile("\\{(to|text|id|secret)\\}");

  /** The media type of what is posted. */
  String type();

  /**
   * What is posted.
   *
   * @param places {@code to}, {@code text}, {@code id} and {@code secret}
   */
  byte[] fill(Map<String, String> places);

  /**
   * What somebody typed.
   *
   * @param format {@code json} or {@code form}
   * @throws IllegalArgumentException if it is none, or has no place for who gets it or for the text
   */
  static BodyTemplate of(String format, String template) {
    if (!template.contains("{to}") || !template.contains("{text}")) {
      throw new IllegalArgumentException("{to} and {text} are missing");
    }
    return format.equals("json") ? Json.of(template) : Form.of(template);
  }

  /** Whether a header can't be the one of the token. */
  static boolean isTaken(String header) {
    return TAKEN.contains(header.toLowerCase(Locale.ROOT));
  }

  private static String filled(String text, Map<String, String> places) {
    return PLACE
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(places.getOrDefault(found.group(1), "")));
  }

  /** JSON, whose strings have the places. */
  record Json(JsonNode root) implements BodyTemplate {

    private static Json of(String template) {
      try {
        JsonNode root = JsonMapper.shared().readTree(template);
        String strings = strings(root);
        if (!strings.contains("{to}") || !strings.contains("{text}")) {
          throw new IllegalArgumentException("{to} and {text} stand in no string");
        }
        return new Json(root);
      } catch (JacksonException e) {
        throw new IllegalArgumentException("no JSON", e);
      }
    }

    private static String strings(JsonNode node) {
      if (node.isString()) {
        return node.stringValue() + " ";
      }
      StringBuilder all = new StringBuilder();
      node.values().forEach(each -> all.append(strings(each)));
      return all.toString();
    }

    @Override
    public String type() {
      return "application/json";
    }

    @Override
    public byte[] fill(Map<String, String> places) {
      return JsonMapper.shared().writeValueAsBytes(fill(root, places));
    }

    private static JsonNode fill(JsonNode node, Map<String, String> places) {
      return switch (node) {
        case StringNode text -> StringNode.valueOf(filled(text.stringValue(), places));
        case ArrayNode array -> {
          ArrayNode copy = JsonMapper.shared().createArrayNode();
          array.values().forEach(each -> copy.add(fill(each, places)));
          yield copy;
        }
        case ObjectNode object -> {
          ObjectNode copy = JsonMapper.shared().createObjectNode();
          object
              .properties()
              .forEach(each -> copy.set(each.getKey(), fill(each.getValue(), places)));
          yield copy;
        }
        default -> node;
      };
    }
  }

  /** Fields of a form, whose values have the places. */
  record Form(List<Field> fields) implements BodyTemplate {

    /** One of them, as it is before it is encoded. */
    record Field(String name, String value) {}

    /** Copies. */
    public Form {
      fields = List.copyOf(fields);
    }

    private static Form of(String template) {
      List<Field> fields = new ArrayList<>();
      for (String pair : template.strip().split("&", -1)) {
        int equals = pair.indexOf('=');
        if (equals < 1) {
          throw new IllegalArgumentException("a field without a name or a value");
        }
        fields.add(
            new Field(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1))));
      }
      return new Form(fields);
    }

    private static String decoded(String text) {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String type() {
      return "application/x-www-form-urlencoded";
    }

    @Override
    public byte[] fill(Map<String, String> places) {
      List<String> pairs = new ArrayList<>();
      for (Field field : fields) {
        pairs.add(encoded(field.name()) + "=" + encoded(filled(field.value(), places)));
      }
      return String.join("&", pairs).getBytes(StandardCharsets.US_ASCII);
    }
  }
}

package eu.rempart.deal.line;

import eu.rempart.common.number.Decimals;
import eu.rempart.product.ProductId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Between the lines of a deal and the text that is sealed: a JSON array of objects whose numbers
 * are texts, since JSON's are not decimal.
 */
public final class DealLinesText {

  private static final JsonMapper JSON = JsonMapper.shared();

  private DealLinesText() {}

  /** Null where there is no line. */
  public static @Nullable String write(List<DealLine> lines) {
    if (lines.isEmpty()) {
      return null;
    }
    ArrayNode array = JSON.createArrayNode();
    lines.forEach(line -> write(line, array.addObject()));
    return JSON.writeValueAsString(array);
  }

  private static void write(DealLine line, ObjectNode to) {
    if (line.productId() != null) {
      to.put("product", line.productId().toString());
    }
    to.put("description", line.description());
    if (line.unit() != null) {
      to.put("unit", line.unit());
    }
    to.put("quantity", Decimals.text(line.quantity()));
    to.put("price", Decimals.text(line.unitPrice()));
    to.put("currency", line.currency());
    to.put("discount", Decimals.text(line.discount()));
  }

  /**
   * The lines of a text.
   *
   * @throws IllegalArgumentException where it is no such text, without it in the message
   */
  public static List<DealLine> read(@Nullable String text) {
    if (text == null) {
      return List.of();
    }
    List<DealLine> lines = new ArrayList<>();
    try {
      for (JsonNode each : JSON.readTree(text)) {
        lines.add(line(each));
      }
    } catch (JacksonException | IllegalArgumentException _) {
      // their messages may quote the text, which is customer data
      throw new IllegalArgumentException("the lines of a deal can't be read");
    }
    return lines;
  }

  private static DealLine line(JsonNode node) {
    String product = node.path("product").asString("");
    return new DealLine(
        product.isEmpty() ? null : new ProductId(UUID.fromString(product)),
        node.path("description").asString(""),
        node.path("unit").asString(""),
        new BigDecimal(node.path("quantity").asString()),
        new BigDecimal(node.path("price").asString()),
        node.path("currency").asString(),
        new BigDecimal(node.path("discount").asString()));
  }

  /** As people read them in a history: a line each, with quantity and price. */
  public static String plain(String text) {
    return plain(read(text));
  }

  /** All that is written in them: whole descriptions and units. */
  public static String whole(String text) {
    return read(text).stream()
        .flatMap(
            line -> Stream.concat(Stream.of(line.description()), Stream.ofNullable(line.unit())))
        .collect(Collectors.joining("\n"));
  }

  /** As people choose between them: a line each, with quantity and price. */
  public static String plain(List<DealLine> lines) {
    return lines.stream()
        .map(
            line ->
                "%s × %s: %s %s%s"
                    .formatted(
                        Decimals.text(line.quantity()),
                        line.description().lines().findFirst().orElse("…"),
                        Decimals.text(line.unitPrice()),
                        line.currency(),
                        line.discount().signum() == 0
                            ? ""
                            : ", −" + Decimals.text(line.discount()) + " %"))
        .collect(Collectors.joining("\n"));
  }
}

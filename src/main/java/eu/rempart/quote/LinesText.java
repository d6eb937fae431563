package eu.rempart.quote;

import eu.rempart.common.number.Decimals;
import eu.rempart.product.ProductId;
import eu.rempart.quote.money.Vat;
import eu.rempart.quote.money.VatCategory;
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
 * Between the lines of a quote and the text that is sealed: a JSON array of objects whose numbers
 * are texts, since JSON's are not decimal.
 */
final class LinesText {

  private static final JsonMapper JSON = JsonMapper.shared();

  private LinesText() {}

  /** Null where there is no line. */
  static @Nullable String write(List<QuoteLine> lines) {
    if (lines.isEmpty()) {
      return null;
    }
    ArrayNode array = JSON.createArrayNode();
    lines.forEach(line -> write(line, array.addObject()));
    return JSON.writeValueAsString(array);
  }

  private static void write(QuoteLine line, ObjectNode to) {
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
    to.put("vat", line.vat().category().code());
    to.put("rate", Decimals.text(line.vat().rate()));
  }

  /**
   * The lines of a text.
   *
   * @throws IllegalArgumentException where it is no such text, without it in the message
   */
  static List<QuoteLine> read(@Nullable String text) {
    if (text == null) {
      return List.of();
    }
    List<QuoteLine> lines = new ArrayList<>();
    try {
      for (JsonNode each : JSON.readTree(text)) {
        lines.add(line(each));
      }
    } catch (JacksonException | IllegalArgumentException _) {
      // their messages may quote the text, which is customer data
      throw new IllegalArgumentException("the lines of a quote can't be read");
    }
    return lines;
  }

  private static QuoteLine line(JsonNode node) {
    String product = node.path("product").asString("");
    String code = node.path("vat").asString();
    return new QuoteLine(
        product.isEmpty() ? null : new ProductId(UUID.fromString(product)),
        node.path("description").asString(""),
        node.path("unit").asString(""),
        new BigDecimal(node.path("quantity").asString()),
        new BigDecimal(node.path("price").asString()),
        node.path("currency").asString(),
        new BigDecimal(node.path("discount").asString()),
        new Vat(category(code), new BigDecimal(node.path("rate").asString())));
  }

  private static VatCategory category(String code) {
    for (VatCategory each : VatCategory.values()) {
      if (each.code().equals(code)) {
        return each;
      }
    }
    throw new IllegalArgumentException("no category of VAT");
  }

  /** All that is written in them: whole descriptions and units. */
  static String whole(String text) {
    return read(text).stream()
        .flatMap(
            line -> Stream.concat(Stream.of(line.description()), Stream.ofNullable(line.unit())))
        .collect(Collectors.joining("\n"));
  }

  /** As people read them in a history: a line each, with quantity, price and rate. */
  static String plain(String text) {
    return read(text).stream()
        .map(
            line ->
                "%s × %s: %s %s, %s %%%s"
                    .formatted(
                        Decimals.text(line.quantity()),
                        line.description().lines().findFirst().orElse("…"),
                        Decimals.text(line.unitPrice()),
                        line.currency(),
                        Decimals.text(Decimals.plain(line.vat().rate())),
                        line.discount().signum() == 0
                            ? ""
                            : ", −" + Decimals.text(line.discount()) + " %"))
        .collect(Collectors.joining("\n"));
  }
}

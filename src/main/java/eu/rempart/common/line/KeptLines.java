package eu.rempart.common.line;

import eu.rempart.common.number.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Between lines and the text that is sealed: a JSON array of objects whose numbers are texts, since
 * JSON's are not decimal. What was sealed once is read for ever: names are added, never changed.
 *
 * @param <L> lines of one kind
 */
public final class KeptLines<L extends SoldLine> {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Rest<L> rest;

  /**
   * What lines of one kind have beside what all have.
   *
   * @param <L> lines of that kind
   */
  public interface Rest<L extends SoldLine> {

    /**
     * A line of this kind.
     *
     * @param line what all lines say
     * @param rest the text of a name that {@link #write} gave; empty where there is none
     * @throws IllegalArgumentException where these are no such texts
     */
    L read(LooseLine line, UnaryOperator<String> rest);

    /** Tells the names and texts of this line. */
    default void write(L line, To to) {}

    /** What people read of it behind the price. */
    default String words(L line) {
      return "";
    }
  }

  /** Where names and texts of a line go. */
  @FunctionalInterface
  public interface To {
    void put(String name, String text);
  }

  public KeptLines(Rest<L> rest) {
    this.rest = rest;
  }

  /** Null where there is no line. */
  public @Nullable String write(List<L> lines) {
    if (lines.isEmpty()) {
      return null;
    }
    ArrayNode array = JSON.createArrayNode();
    lines.forEach(line -> write(line, array.addObject()));
    return JSON.writeValueAsString(array);
  }

  private void write(L line, ObjectNode to) {
    UUID product = line.product();
    if (product != null) {
      to.put("product", product.toString());
    }
    to.put("description", line.description());
    String unit = line.unit();
    if (unit != null) {
      to.put("unit", unit);
    }
    to.put("quantity", Decimals.text(line.quantity()));
    to.put("price", Decimals.text(line.unitPrice()));
    to.put("currency", line.currency());
    to.put("discount", Decimals.text(line.discount()));
    rest.write(line, to::put);
  }

  /**
   * The lines of a text.
   *
   * @throws IllegalArgumentException where it is no such text, without it in the message
   */
  public List<L> read(@Nullable String text) {
    if (text == null) {
      return List.of();
    }
    List<L> lines = new ArrayList<>();
    try {
      for (JsonNode each : JSON.readTree(text)) {
        lines.add(rest.read(line(each), name -> each.path(name).asString("")));
      }
    } catch (JacksonException | IllegalArgumentException _) {
      // their messages may quote the text, which is customer data
      throw new IllegalArgumentException("lines can't be read");
    }
    return lines;
  }

  private static LooseLine line(JsonNode node) {
    String product = node.path("product").asString("");
    return new LooseLine(
        product.isEmpty() ? null : UUID.fromString(product),
        node.path("description").asString(""),
        node.path("unit").asString(""),
        new BigDecimal(node.path("quantity").asString()),
        new BigDecimal(node.path("price").asString()),
        node.path("currency").asString(),
        new BigDecimal(node.path("discount").asString()));
  }

  /** All that is written in them: whole descriptions and units. */
  public String whole(String text) {
    return read(text).stream()
        .flatMap(
            line -> Stream.concat(Stream.of(line.description()), Stream.ofNullable(line.unit())))
        .collect(Collectors.joining("\n"));
  }

  /** As people read them in a history: see {@link #plain(List)}. */
  public String plain(String text) {
    return plain(read(text));
  }

  /** As people choose between them: a line each, with quantity, price and discount. */
  public String plain(List<L> lines) {
    return lines.stream().map(this::sentence).collect(Collectors.joining("\n"));
  }

  private String sentence(L line) {
    return "%s × %s: %s %s%s%s"
        .formatted(
            Decimals.text(line.quantity()),
            line.description().lines().findFirst().orElse("…"),
            Decimals.text(line.unitPrice()),
            line.currency(),
            rest.words(line),
            line.discount().signum() == 0 ? "" : ", −" + Decimals.text(line.discount()) + " %");
  }
}

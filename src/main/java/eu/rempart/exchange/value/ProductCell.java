package eu.rempart.exchange.value;

import eu.rempart.common.line.LineRules;
import eu.rempart.deal.line.DealLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what exports of this product write of all products of a deal into one cell: {@code 12 m² ×
 * Slate @ 49.9 EUR (-10 %); 1 × Copper @ 9 EUR}.
 */
public final class ProductCell {

  /** Spreadsheets, for which exports write, take no more characters. */
  private static final int LONGEST = 32_767;

  private static final String NUMBER = "-?\\d{1,15}(?:\\.\\d{1,15})?";

  private static final String HOW_MANY = "(?: (.{1," + LineRules.MAX_UNIT + "}?))? × ";

  private static final Pattern LINE =
      Pattern.compile(
          ("(#)"
                  + HOW_MANY
                  + "(.+?) @ (#) ([A-Z]{3})(?: \\(-(#) %\\))?(?:; (?=#"
                  + HOW_MANY
                  + ")|$)")
              .replace("#", NUMBER));

  private ProductCell() {}

  /** The lines, if all of the cell is written so; not checked. */
  public static Optional<List<DealLine>> read(String cell) {
    if (cell.length() > LONGEST) {
      return Optional.empty();
    }
    List<DealLine> lines = new ArrayList<>();
    Matcher m = LINE.matcher(cell);
    while (m.regionStart() < cell.length()) {
      if (!m.lookingAt() || lines.size() == LineRules.MAX_LINES) {
        return Optional.empty();
      }
      lines.add(line(m));
      m.region(m.end(), cell.length());
    }
    return lines.isEmpty() ? Optional.empty() : Optional.of(lines);
  }

  private static DealLine line(Matcher m) {
    String discount = m.group(6);
    return new DealLine(
        null,
        m.group(3),
        m.group(2),
        new BigDecimal(m.group(1)),
        new BigDecimal(m.group(4)),
        m.group(5),
        discount == null ? BigDecimal.ZERO : new BigDecimal(discount));
  }
}

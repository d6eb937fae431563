package eu.rempart.quote.money;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a quote comes to. All amounts have the digits of the currency; each sum is that of the
 * amounts that are shown.
 *
 * @param currency ISO 4217
 * @param lines net of each line, after its own discount
 * @param linesNet sum of the lines
 * @param discount what is taken off that, 0 or more
 * @param net after the discount, without tax
 * @param groups one for each way of taxing, highest rate first
 * @param tax sum of the groups' taxes
 * @param total net and tax
 */
public record Totals(
    String currency,
    List<BigDecimal> lines,
    BigDecimal linesNet,
    BigDecimal discount,
    BigDecimal net,
    List<TaxGroup> groups,
    BigDecimal tax,
    BigDecimal total) {

  public Totals {
    lines = List.copyOf(lines);
    groups = List.copyOf(groups);
  }

  /**
   * What is taxed alike.
   *
   * @param linesNet sum of its lines
   * @param discount its share of the quote's discount
   * @param taxable what the rate is applied to
   */
  public record TaxGroup(
      Vat vat, BigDecimal linesNet, BigDecimal discount, BigDecimal taxable, BigDecimal tax) {}
}

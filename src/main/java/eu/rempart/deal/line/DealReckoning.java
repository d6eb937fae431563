package eu.rempart.deal.line;

import eu.rempart.common.line.LinePrice;
import eu.rempart.common.line.LineRules;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealField;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the lines of a deal must be like, what they come to, and what becomes of its amount. */
public final class DealReckoning {

  private static final BigDecimal MAX_SUM = BigDecimal.TEN.pow(15);

  private static final Set<DealField> PRICE = Set.of(DealField.AMOUNT, DealField.CURRENCY);

  private DealReckoning() {}

  /**
   * What they come to without tax, each rounded as in a quote; nothing for none.
   *
   * @param currency ISO 4217; every line must be in it
   * @throws LineRefusedException for the first thing that is wrong
   */
  public static @Nullable BigDecimal sum(List<DealLine> lines, @Nullable String currency) {
    if (lines.isEmpty()) {
      return null;
    }
    BigDecimal sum = nets(lines, currency).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.abs().compareTo(MAX_SUM) >= 0) {
      throw new LineRefusedException(LineProblem.SUM_TOO_LARGE, 0);
    }
    return sum;
  }

  /**
   * What each of them comes to; see {@link #sum}.
   *
   * @throws LineRefusedException for the first thing that is wrong
   */
  public static List<BigDecimal> nets(List<DealLine> lines, @Nullable String currency) {
    int digits =
        LinePrice.digits(currency == null ? "" : currency)
            .orElseThrow(() -> new LineRefusedException(LineProblem.CURRENCY_UNKNOWN, 0));
    for (int i = 0; i < lines.size(); i++) {
      check(lines.get(i), i + 1, currency);
    }
    return lines.stream().map(line -> line.price().net(digits)).toList();
  }

  private static void check(DealLine line, int number, @Nullable String currency) {
    if (!line.currency().equals(currency)) {
      throw new LineRefusedException(LineProblem.CURRENCY_MIX, number);
    }
    line.price()
        .problem()
        .ifPresent(
            wrong -> {
              throw new LineRefusedException(named(wrong), number);
            });
  }

  private static LineProblem named(LinePrice.Problem problem) {
    return switch (problem) {
      case QUANTITY_RANGE -> LineProblem.QUANTITY_RANGE;
      case PRICE_RANGE -> LineProblem.PRICE_RANGE;
      case DISCOUNT_RANGE -> LineProblem.DISCOUNT_RANGE;
    };
  }

  /**
   * The deal with the amount that follows from its lines, where it follows from them.
   *
   * @throws LineRefusedException for the first line that can't be kept
   */
  public static DealData settled(DealData data) {
    List<DealLine> lines = data.lines();
    if (lines.size() > LineRules.MAX_LINES) {
      throw new LineRefusedException(LineProblem.LINES_TOO_MANY, 0);
    }
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).description().isEmpty()) {
        throw new LineRefusedException(LineProblem.DESCRIPTION_MISSING, i + 1);
      }
      if (LineRules.isTooLong(lines.get(i))) {
        throw new LineRefusedException(LineProblem.TEXT_TOO_LONG, i + 1);
      }
    }
    BigDecimal sum = sum(lines, data.currency());
    if (data.amountBy() == AmountBy.HAND) {
      return data;
    }
    if (sum != null && sum.signum() < 0) {
      throw new LineRefusedException(LineProblem.SUM_NEGATIVE, 0);
    }
    return data.toBuilder().amount(sum).build();
  }

  /** Each as in {@link #settled(DealData)}. */
  public static <K> Map<K, DealData> settled(Map<K, DealData> deals) {
    Map<K, DealData> settled = new HashMap<>(deals);
    settled.replaceAll((_, data) -> settled(data));
    return settled;
  }

  /**
   * What many deals become together: whoever changes amounts by the hundred does not mean those
   * that follow from products, so these stay; and an amount in another currency than the lines that
   * stay is none of theirs.
   *
   * @param hasLines whether the deal has lines, which may not be shown to whoever changes it
   */
  public static DealData together(DealData before, DealData after, boolean hasLines) {
    Set<DealField> changed = DealField.changed(before, after);
    if (changed.contains(DealField.LINES) || changed.contains(DealField.AMOUNT_BY)) {
      return settled(after);
    }
    return hasLines && changed.contains(DealField.CURRENCY)
        ? DealField.copy(PRICE, before, after)
        : kept(before, after);
  }

  /** What a deal becomes whose lines stay: an amount that follows from them stays too. */
  public static DealData kept(DealData before, DealData after) {
    return after.amountBy() == AmountBy.PRODUCTS ? DealField.copy(PRICE, before, after) : after;
  }
}

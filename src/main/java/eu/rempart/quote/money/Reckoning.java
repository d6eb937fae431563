package eu.rempart.quote.money;

import eu.rempart.common.line.LinePrice;
import eu.rempart.common.number.Decimals;
import eu.rempart.quote.money.Totals.TaxGroup;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reckons a quote as EN 16931-1 does (BR-CO-10 to BR-CO-17): each line is rounded, and its
 * discount; tax is reckoned once for each rate on the sum of what stands at it, never line by line.
 * Halves are rounded away from zero.
 */
public final class Reckoning {

  private static final BigDecimal HUNDRED = new BigDecimal(100);
  private static final BigDecimal MAX_TOTAL = BigDecimal.TEN.pow(15);

  private final String currency;
  private final int digits;

  private Reckoning(String currency) {
    this.currency = currency;
    this.digits =
        digits(currency)
            .orElseThrow(() -> new QuoteRefusedException(QuoteProblem.CURRENCY_UNKNOWN));
  }

  /** Digits behind the point of a currency (ISO 4217); empty for what is none. */
  public static Optional<Integer> digits(String currency) {
    return LinePrice.digits(currency);
  }

  /**
   * What the lines come to.
   *
   * @param currency ISO 4217; every line must be in it
   * @throws QuoteRefusedException for the first thing that is wrong
   */
  public static Totals of(String currency, List<PricedLine> lines, Discount discount) {
    return new Reckoning(currency).reckon(lines, discount);
  }

  private Totals reckon(List<PricedLine> lines, Discount discount) {
    List<BigDecimal> nets = new ArrayList<>();
    Map<Vat, BigDecimal> byVat = new TreeMap<>();
    for (PricedLine line : lines) {
      line.check(currency, nets.size() + 1);
      BigDecimal net = line.price().net(digits);
      nets.add(net);
      byVat.merge(line.vat(), net, BigDecimal::add);
    }
    List<BigDecimal> bases = List.copyOf(byVat.values());
    List<BigDecimal> off = spread(bases, discount);
    List<TaxGroup> groups = new ArrayList<>();
    byVat.forEach((vat, base) -> groups.add(group(vat, base, off.get(groups.size()))));
    BigDecimal net = sum(groups.stream().map(TaxGroup::taxable).toList());
    BigDecimal tax = sum(groups.stream().map(TaxGroup::tax).toList());
    BigDecimal total = net.add(tax);
    if (total.abs().compareTo(MAX_TOTAL) >= 0) {
      throw new QuoteRefusedException(QuoteProblem.TOTAL_TOO_LARGE);
    }
    return new Totals(currency, nets, sum(nets), sum(off), net, groups, tax, total);
  }

  private TaxGroup group(Vat vat, BigDecimal base, BigDecimal off) {
    BigDecimal taxable = base.subtract(off);
    return new TaxGroup(vat, base, off, taxable, percent(taxable, vat.rate()));
  }

  /** The share of each group in the discount. */
  private List<BigDecimal> spread(List<BigDecimal> bases, Discount discount) {
    return switch (discount) {
      case Discount.None _ -> bases.stream().map(_ -> round(BigDecimal.ZERO)).toList();
      case Discount.Percent(var percent) -> {
        if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
          throw new QuoteRefusedException(QuoteProblem.DISCOUNT_RANGE);
        }
        yield bases.stream().map(base -> percent(base, percent)).toList();
      }
      case Discount.Amount(var amount) -> spread(bases, round(amount));
    };
  }

  /**
   * Spreads an amount by what stands at each rate. Each share is what is due up to and with its
   * group, less what those before it got: so the shares sum up to the amount, to the cent.
   */
  private List<BigDecimal> spread(List<BigDecimal> bases, BigDecimal amount) {
    BigDecimal whole = sum(bases);
    if (amount.signum() < 0 || amount.compareTo(whole.max(BigDecimal.ZERO)) > 0) {
      throw new QuoteRefusedException(QuoteProblem.DISCOUNT_TOO_LARGE);
    }
    List<BigDecimal> shares = new ArrayList<>();
    BigDecimal reached = BigDecimal.ZERO;
    BigDecimal given = round(BigDecimal.ZERO);
    for (BigDecimal base : bases) {
      reached = reached.add(base);
      BigDecimal due =
          whole.signum() == 0
              ? round(BigDecimal.ZERO)
              : amount.multiply(reached).divide(whole, digits, RoundingMode.HALF_UP);
      shares.add(due.subtract(given));
      given = due;
    }
    return shares;
  }

  private BigDecimal percent(BigDecimal of, BigDecimal percent) {
    return round(of.multiply(percent).movePointLeft(2));
  }

  private BigDecimal sum(List<BigDecimal> amounts) {
    return amounts.stream().reduce(round(BigDecimal.ZERO), BigDecimal::add);
  }

  private BigDecimal round(BigDecimal amount) {
    return Decimals.rounded(amount, digits);
  }
}

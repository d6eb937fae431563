package eu.rempart.demo;

import eu.rempart.deal.DealData;
import eu.rempart.deal.line.AmountBy;
import eu.rempart.deal.line.DealLine;
import eu.rempart.deal.line.DealReckoning;
import eu.rempart.product.ProductData;
import eu.rempart.product.ProductId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Products of the deals: some deals have any, in their own currency, and most of these come to what
 * they are. The same ones for the same seed.
 */
final class DemoLines {

  /** So many of a hundred deals have products. */
  private static final int SHARE = 45;

  /** A further product for each such part of the amount. */
  private static final long PART = 4_000;

  /** Such a price is asked once. */
  private static final String FLAT = "forfait";

  /** What a euro comes to, roughly. */
  private static final Map<String, BigDecimal> RATES = Map.of("RON", new BigDecimal("5"));

  /** What a deal of such a name begins with, where it is called otherwise than the product. */
  private static final Map<String, String> ABOUT =
      Map.of(
          "Contrat de maintenance", "Maintenance préventive",
          "Wartungsvertrag", "Maintenance préventive",
          "Annual licence", "Licence annuelle",
          "Spare parts", "Pièces détachées",
          "Neue Lagerhalle", "Mise en service");

  private final Map<ProductId, ProductData> goods;
  private final SplittableRandom random;

  DemoLines(Map<ProductId, ProductData> goods, long seed) {
    this.goods = goods;
    this.random = new SplittableRandom(seed ^ 0x11E5);
  }

  /** This deal, with products if it has any. */
  DealData on(DealData deal) {
    BigDecimal amount = deal.amount();
    String currency = deal.currency();
    if (random.nextInt(100) >= SHARE || amount == null || currency == null) {
      return deal;
    }
    List<ProductId> sold = sold(deal.name(), amount);
    BigDecimal each = amount.divide(BigDecimal.valueOf(sold.size()), RoundingMode.HALF_UP);
    List<DealLine> lines = sold.stream().map(id -> line(id, currency, each)).toList();
    BigDecimal sum = Objects.requireNonNull(DealReckoning.sum(lines, currency));
    // nobody writes an amount by hand that has nothing to do with the products
    boolean near = sum.subtract(amount).abs().multiply(BigDecimal.TEN).compareTo(amount) < 0;
    return deal.toBuilder()
        .lines(lines)
        .amountBy(near && random.nextInt(3) > 0 ? AmountBy.HAND : AmountBy.PRODUCTS)
        .build();
  }

  /** What its name says first, and more for larger amounts. */
  private List<ProductId> sold(@Nullable String name, BigDecimal amount) {
    String said = name == null ? "" : name.split(" – ", 2)[0];
    String first = ABOUT.getOrDefault(said, said);
    List<ProductId> left = new ArrayList<>(goods.keySet());
    List<ProductId> sold = new ArrayList<>();
    left.stream().filter(id -> first.equals(data(id).name())).findFirst().ifPresent(sold::add);
    left.removeAll(Set.copyOf(sold));
    long most = Math.min(4, 1 + amount.longValue() / PART);
    long count = 1 + random.nextLong(most);
    while (sold.size() < count && !left.isEmpty()) {
      sold.add(left.remove(random.nextInt(left.size())));
    }
    return sold;
  }

  private ProductData data(ProductId id) {
    return Objects.requireNonNull(goods.get(id));
  }

  /** As many as come to this part of the amount, at the price in this currency. */
  private DealLine line(ProductId id, String currency, BigDecimal part) {
    ProductData data = data(id);
    BigDecimal price = data.price() == null ? BigDecimal.ONE : data.price();
    if (!currency.equals(data.currency())) {
      price = price.multiply(RATES.getOrDefault(currency, BigDecimal.ONE));
    }
    BigDecimal many = part.divide(price, 0, RoundingMode.HALF_UP).max(BigDecimal.ONE);
    return new DealLine(
        id,
        String.valueOf(data.name()),
        data.unit(),
        FLAT.equals(data.unit()) ? BigDecimal.ONE : many,
        price,
        currency,
        random.nextInt(5) == 0 ? BigDecimal.TEN : BigDecimal.ZERO);
  }
}

package eu.rempart.exchange.value;

import eu.rempart.deal.line.DealLine;
import eu.rempart.exchange.value.Amounts.Amount;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers what a row says of a product: it has at most one. The first value of a field wins. */
public final class ProductDraft {

  /** What means nothing without a product, and goes into the description then. */
  private final Map<Place, String> said = new LinkedHashMap<>(4);

  private String name = "";
  private String unit = "";
  private @Nullable Amount quantity;
  private @Nullable Amount price;
  private @Nullable Place pricePlace;
  private @Nullable Amount discount;

  /** What is sold. */
  public void name(String text) {
    name = name.isEmpty() ? text : name;
  }

  public void unit(String text, Place place) {
    said.put(place, text);
    unit = unit.isEmpty() ? text : unit;
  }

  public void quantity(Amount number, String text, Place place) {
    said.put(place, text);
    quantity = quantity == null ? number : quantity;
  }

  /** Of one, without tax. */
  public void price(Amount number, String text, Place place) {
    said.put(place, text);
    if (price == null) {
      price = number;
      pricePlace = place;
    }
  }

  /** In percent. */
  public void discount(Amount number, String text, Place place) {
    said.put(place, text);
    discount = discount == null ? number : discount;
  }

  /** Whether its line costs what the deal comes to, since the row does not say what it costs. */
  public boolean isAssumed() {
    return !name.isEmpty() && price == null && quantity == null;
  }

  /** Whether no product is named. */
  public boolean isEmpty() {
    return name.isEmpty();
  }

  /** Null where the row names no product, or does not say what one costs. */
  public @Nullable Amount price() {
    return name.isEmpty() ? null : price;
  }

  /** Where the price stands. */
  public @Nullable Place pricePlace() {
    return pricePlace;
  }

  /**
   * The line that it makes. Where the row does not say how many there are it is one, which costs
   * what the deal comes to where its price isn't said either.
   *
   * @param amount of the deal
   * @param currency of a price that has none
   * @param draft gets what means nothing without a product
   */
  public List<DealLine> lines(@Nullable BigDecimal amount, String currency, RecordDraft draft) {
    if (name.isEmpty()) {
      said.forEach(draft::keep);
      return List.of();
    }
    BigDecimal usual = amount == null || quantity != null ? BigDecimal.ZERO : amount;
    String own = price == null ? "" : price.currency();
    return List.of(
        new DealLine(
            null,
            name,
            unit,
            quantity == null ? BigDecimal.ONE : quantity.value(),
            price == null ? usual : price.value(),
            own.isEmpty() ? currency : own,
            discount == null ? BigDecimal.ZERO : discount.value()));
  }
}

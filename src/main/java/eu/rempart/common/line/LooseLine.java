package eu.rempart.common.line;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line that stands nowhere yet: as it was read, or typed. */
public record LooseLine(
    @Nullable UUID product,
    String description,
    @Nullable String unit,
    BigDecimal quantity,
    BigDecimal unitPrice,
    String currency,
    BigDecimal discount)
    implements SoldLine {

  /** Says nothing: this is customer data. */
  @Override
  public String toString() {
    return "LooseLine[hidden]";
  }
}

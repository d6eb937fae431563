package eu.rempart.deal.board;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Places in a column as decimals, so that a card goes between two others without moving them. */
final class BoardPosition {

  private BoardPosition() {}

  /**
   * A number between the two with as few decimals as may be, so that numbers stay short however
   * often cards are moved; below or above the one that is given, and 0 without any.
   *
   * @param above the smaller one; null for the top
   * @param below the larger one; null for the end
   */
  static BigDecimal between(@Nullable BigDecimal above, @Nullable BigDecimal below) {
    if (above == null) {
      return below == null
          ? BigDecimal.ZERO
          : below.setScale(0, RoundingMode.CEILING).subtract(BigDecimal.ONE);
    }
    if (below == null) {
      return above.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE);
    }
    if (above.compareTo(below) >= 0) {
      return above; // two in the same place: their ids decide
    }
    BigDecimal middle = above.add(below).divide(BigDecimal.TWO);
    for (int scale = 0; scale < middle.scale(); scale++) {
      BigDecimal shorter = middle.setScale(scale, RoundingMode.HALF_UP);
      if (shorter.compareTo(above) > 0 && shorter.compareTo(below) < 0) {
        return shorter;
      }
    }
    return middle;
  }
}

package eu.rempart.deal.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoardPositionTest {

  @ParameterizedTest
  @CsvSource({
    ",,0",
    ",3,2",
    ",2.5,2",
    "3,,4",
    "-1.5,,-1",
    "1,9,5",
    "1,2,1.5",
    "1.4,1.5,1.45",
    "2,2,2"
  })
  void liesBetweenWithAsFewDecimalsAsMayBe(
      @Nullable BigDecimal above, @Nullable BigDecimal below, BigDecimal expected) {
    assertThat(BoardPosition.between(above, below)).isEqualByComparingTo(expected);
  }

  @Test
  void aThousandCardsFitIntoTheSamePlace() {
    BigDecimal above = BigDecimal.ONE;
    BigDecimal below = BigDecimal.TWO;
    for (int i = 0; i < 1_000; i++) {
      BigDecimal between = BoardPosition.between(above, below);
      assertThat(between).isGreaterThan(above).isLessThan(below);
      if (i % 2 == 0) {
        above = between;
      } else {
        below = between;
      }
    }
  }
}

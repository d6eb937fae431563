package eu.rempart.exchange.export;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.deal.line.DealLine;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands in cells of tables. */
class CellTest {

  private static DealLine line(String description) {
    return new DealLine(
        null, description, null, BigDecimal.TWO, BigDecimal.ONE, "EUR", BigDecimal.ZERO);
  }

  @Test
  void productsFillNoMoreThanACellOfASpreadsheetAndSayHowManyMoreThereAre() {
    String one = "2 × " + "x".repeat(2_000) + " @ 1 EUR";

    String cell = Cell.lines(Collections.nCopies(200, line("x".repeat(2_000))));

    assertThat(cell).hasSizeLessThanOrEqualTo(32_767).startsWith(one + "; " + one);
    int kept = cell.split("; ", -1).length;
    assertThat(kept).isBetween(10, 199);
    assertThat(cell).endsWith(one + " + " + (200 - kept));
  }

  @Test
  void whatHasRoomIsThereInWhole() {
    assertThat(Cell.lines(List.of())).isEmpty();
    assertThat(Cell.lines(List.of(line("Slate\nblue"), line("Tin"))))
        .isEqualTo("2 × Slate @ 1 EUR; 2 × Tin @ 1 EUR");
  }
}

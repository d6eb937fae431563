package eu.rempart.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.quote.money.Vat;
import eu.rempart.quote.money.VatCategory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The text that the lines of a quote are sealed as. */
class LinesTextTest {

  private static QuoteLine line(BigDecimal quantity) {
    return new QuoteLine(
        null,
        "Slate\nfor Ann Other",
        "m²",
        quantity,
        new BigDecimal("49.90"),
        "EUR",
        new BigDecimal("2.5"),
        new Vat(VatCategory.STANDARD, new BigDecimal("20")));
  }

  @Test
  void linesComeBackAsTheyWere() {
    List<QuoteLine> lines = List.of(line(new BigDecimal("1200")), line(new BigDecimal("-0.5")));
    String text = Objects.requireNonNull(LinesText.write(lines));
    assertThat(LinesText.read(text)).isEqualTo(lines);
    assertThat(LinesText.plain(text)).startsWith("1200 × Slate: 49.9 EUR, 20 %, −2.5 %");
    assertThat(LinesText.whole(text)).contains("Ann Other", "m²");
    assertThat(LinesText.write(List.of())).isNull();
  }

  @Test
  void aNumberThatWouldFillTheMemoryIsNotWrittenOut() {
    String text =
        Objects.requireNonNull(LinesText.write(List.of(line(new BigDecimal("1E+400000000")))));
    assertThat(text).hasSizeLessThan(500);
    assertThat(LinesText.plain(text)).hasSizeLessThan(200);
  }

  @Test
  void whatIsNoTextOfLinesIsRefusedWithoutBeingQuoted() {
    assertThatThrownBy(() -> LinesText.read("[{\"quantity\":\"Ann Other\"}]"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("Ann");
  }
}

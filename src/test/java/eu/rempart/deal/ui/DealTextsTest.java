package eu.rempart.deal.ui;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.deal.line.DealLine;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands in lists of deals. */
class DealTextsTest {

  private static DealLine line(String description) {
    return new DealLine(
        null, description, null, BigDecimal.TWO, BigDecimal.ONE, "EUR", BigDecimal.ZERO);
  }

  @Test
  void ofManyProductsTheFirstFewAreNamedAndHowManyMoreThereAre() {
    assertThat(DealTexts.products(List.of())).isEmpty();
    assertThat(DealTexts.products(List.of(line("Slate\nblue"), line("Tin"), line("Lead"))))
        .isEqualTo("2 × Slate, 2 × Tin, 2 × Lead");
    assertThat(DealTexts.products(Collections.nCopies(12, line("Tin"))))
        .isEqualTo("2 × Tin, 2 × Tin, 2 × Tin + 9");
  }

  @Test
  void aLongTextIsShortenedBetweenWholeCharacters() {
    assertThat(DealTexts.products(List.of(line("x".repeat(60)))))
        .isEqualTo("2 × " + "x".repeat(60));
    assertThat(DealTexts.products(List.of(line("🧱".repeat(1_000)))))
        .isEqualTo("2 × " + "🧱".repeat(59) + "…");
  }
}

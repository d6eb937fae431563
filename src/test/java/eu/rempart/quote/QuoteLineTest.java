package eu.rempart.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.product.ProductId;
import eu.rempart.quote.money.Vat;
import eu.rempart.quote.money.VatCategory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Lines of a quote, and the texts that they are sealed and drafted as. */
class QuoteLineTest {

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
    String text = Objects.requireNonNull(QuoteLine.KEPT.write(lines));
    assertThat(QuoteLine.KEPT.read(text)).isEqualTo(lines);
    assertThat(QuoteLine.KEPT.plain(text)).startsWith("1200 × Slate: 49.9 EUR, 20 %, −2.5 %");
    assertThat(QuoteLine.KEPT.whole(text)).contains("Ann Other", "m²");
    assertThat(QuoteLine.KEPT.write(List.of())).isNull();
  }

  @Test
  void whatWasSealedBeforeOpensAndIsSealedAsBefore() {
    String text =
        "[{\"product\":\"0199aaaa-0000-7000-8000-000000000001\",\"description\":\"Slate\\nlaid\","
            + "\"unit\":\"m²\",\"quantity\":\"12.5\",\"price\":\"49.9\",\"currency\":\"EUR\","
            + "\"discount\":\"2.5\",\"vat\":\"S\",\"rate\":\"20.00\"},"
            + "{\"description\":\"\",\"quantity\":\"-1\",\"price\":\"0\",\"currency\":\"CHF\","
            + "\"discount\":\"0\",\"vat\":\"AE\",\"rate\":\"0.00\"}]";
    assertThat(QuoteLine.KEPT.read(text))
        .containsExactly(
            new QuoteLine(
                new ProductId(UUID.fromString("0199aaaa-0000-7000-8000-000000000001")),
                "Slate\nlaid",
                "m²",
                new BigDecimal("12.5"),
                new BigDecimal("49.9"),
                "EUR",
                new BigDecimal("2.5"),
                Vat.standard("20")),
            new QuoteLine(
                null,
                "",
                null,
                new BigDecimal("-1"),
                BigDecimal.ZERO,
                "CHF",
                BigDecimal.ZERO,
                Vat.none(VatCategory.REVERSE_CHARGE)));
    assertThat(QuoteLine.KEPT.write(QuoteLine.KEPT.read(text))).isEqualTo(text);
  }

  @Test
  void aLineThatWasDraftedBeforeIsReadAndHasNoMoreNamesThanItHad() {
    String drafted =
        "{\"productId\":{\"value\":\"0199aaaa-0000-7000-8000-000000000001\"},"
            + "\"description\":\"Slate\",\"unit\":null,\"quantity\":12.5,\"unitPrice\":49.9,"
            + "\"currency\":\"EUR\",\"discount\":0,\"vat\":{\"category\":\"STANDARD\",\"rate\":20.00}}";
    QuoteLine line = JsonMapper.shared().readValue(drafted, QuoteLine.class);
    assertThat(line.product()).hasToString("0199aaaa-0000-7000-8000-000000000001");
    assertThat(line.vat()).isEqualTo(Vat.standard("20"));
    assertThat(JsonMapper.shared().readTree(JsonMapper.shared().writeValueAsString(line)))
        .isEqualTo(JsonMapper.shared().readTree(drafted));
  }

  @Test
  void howALineIsTaxedIsNotGuessed() {
    for (String broken :
        List.of("\"vat\":\"?\",\"rate\":\"20\"", "\"vat\":\"S\"", "\"rate\":\"20\"")) {
      String text =
          "[{\"description\":\"Slate\",\"quantity\":\"1\",\"price\":\"1\",\"currency\":\"EUR\","
              + "\"discount\":\"0\","
              + broken
              + "}]";
      assertThatThrownBy(() -> QuoteLine.KEPT.read(text))
          .as(broken)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aNumberThatWouldFillTheMemoryIsNotWrittenOut() {
    String text =
        Objects.requireNonNull(QuoteLine.KEPT.write(List.of(line(new BigDecimal("1E+400000000")))));
    assertThat(text).hasSizeLessThan(500);
    assertThat(QuoteLine.KEPT.plain(text)).hasSizeLessThan(200);
  }

  @Test
  void whatIsNoTextOfLinesIsRefusedWithoutBeingQuoted() {
    assertThatThrownBy(() -> QuoteLine.KEPT.read("[{\"quantity\":\"Ann Other\"}]"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("Ann");
  }
}

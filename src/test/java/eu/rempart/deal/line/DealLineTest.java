package eu.rempart.deal.line;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.product.ProductId;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Lines of a deal, and the texts that they are sealed and drafted as. */
class DealLineTest {

  private static final String PRODUCT = "0199aaaa-0000-7000-8000-000000000001";

  @Test
  void whatWasSealedBeforeOpensAndIsSealedAsBefore() {
    String text =
        "[{\"product\":\"0199aaaa-0000-7000-8000-000000000001\",\"description\":\"Slate\\nlaid\","
            + "\"unit\":\"m²\",\"quantity\":\"12.5\",\"price\":\"0.0001\",\"currency\":\"EUR\","
            + "\"discount\":\"2.5\"},"
            + "{\"description\":\"Work\",\"quantity\":\"-1\",\"price\":\"0\",\"currency\":\"CHF\","
            + "\"discount\":\"0\"}]";
    assertThat(DealLine.KEPT.read(text))
        .containsExactly(
            new DealLine(
                new ProductId(UUID.fromString(PRODUCT)),
                "Slate\nlaid",
                "m²",
                new BigDecimal("12.5"),
                new BigDecimal("0.0001"),
                "EUR",
                new BigDecimal("2.5")),
            new DealLine(
                null, "Work", null, new BigDecimal("-1"), BigDecimal.ZERO, "CHF", BigDecimal.ZERO));
    assertThat(DealLine.KEPT.write(DealLine.KEPT.read(text))).isEqualTo(text);
  }

  @Test
  void aLineThatWasDraftedBeforeIsReadAndHasNoMoreNamesThanItHad() {
    String drafted =
        "{\"productId\":{\"value\":\"0199aaaa-0000-7000-8000-000000000001\"},"
            + "\"description\":\"Slate\",\"unit\":null,\"quantity\":12.5,\"unitPrice\":49.9,"
            + "\"currency\":\"EUR\",\"discount\":0}";
    DealLine line = JsonMapper.shared().readValue(drafted, DealLine.class);
    assertThat(line.product()).hasToString(PRODUCT);
    assertThat(JsonMapper.shared().readTree(JsonMapper.shared().writeValueAsString(line)))
        .isEqualTo(JsonMapper.shared().readTree(drafted));
  }
}

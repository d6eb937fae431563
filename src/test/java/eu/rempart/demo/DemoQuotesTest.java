package eu.rempart.demo;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.common.Trace;
import eu.rempart.company.Company;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyId;
import eu.rempart.product.ProductData;
import eu.rempart.product.ProductId;
import eu.rempart.quote.QuoteRules;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class DemoQuotesTest {

  @Test
  void everyQuoteCanBeKeptAndComesToSomething() {
    Company firm =
        new Company(
            new CompanyId(UUID.randomUUID()),
            1,
            CompanyData.builder().name("Firm").build(),
            Map.of(),
            new Trace(Instant.EPOCH, null, "demo"),
            new Trace(Instant.EPOCH, null, "demo"));
    Map<ProductId, ProductData> goods =
        Map.of(
            new ProductId(UUID.randomUUID()),
            new ProductData(
                "Hour", "H", null, "h", new BigDecimal("84.5"), "EUR", null, null, true));
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 200; i++) {
      assertThat(QuoteRules.check(DemoQuotes.quote(UUID.randomUUID(), firm, goods, random)).total())
          .isPositive();
    }
  }
}

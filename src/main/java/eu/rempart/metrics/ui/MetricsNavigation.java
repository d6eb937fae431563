package eu.rempart.metrics.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.account.Access;
import eu.rempart.account.security.AgedKeys;
import eu.rempart.account.security.AgedKeys.AgedKey;
import eu.rempart.metrics.token.MetricsTokenService;
import eu.rempart.shell.NavigationEntry;
import eu.rempart.shell.part.Glyph;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The way to who may read numbers, and how old their tokens are. */
@Configuration(proxyBeanMethods = false)
public class MetricsNavigation {

  static final String TOKENS = "metrics-tokens";

  @Bean
  NavigationEntry metricsEntry() {
    return NavigationEntry.forRight(
        Access.SECURITY,
        "metrics.title",
        Glyph.CHART,
        TOKENS,
        NavigationEntry.Group.ADMINISTRATION,
        32);
  }

  @Bean
  @Order(2)
  AgedKeys tokensOfMetrics(MetricsTokenService tokens) {
    return () ->
        tokens.open().stream()
            .map(token -> new AgedKey(t("metrics.key", token.name()), token.madeAt()))
            .toList();
  }
}

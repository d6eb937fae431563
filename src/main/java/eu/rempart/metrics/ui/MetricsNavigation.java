package eu.rempart.metrics.ui;

import eu.rempart.account.Access;
import eu.rempart.shell.NavigationEntry;
import eu.rempart.shell.part.Glyph;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way to who may read numbers. */
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
        31);
  }
}

package eu.rempart.exchange.ui;

import eu.rempart.account.Access;
import eu.rempart.shell.NavigationEntry;
import eu.rempart.shell.part.Glyph;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where import stands in the navigation. */
@Configuration(proxyBeanMethods = false)
class ExchangeNavigation {

  @Bean
  NavigationEntry importEntry() {
    return NavigationEntry.forRight(
        Access.IMPORT,
        "exchange.import.title",
        Glyph.IMPORT,
        ImportView.ROUTE,
        NavigationEntry.Group.TOOLS,
        10);
  }
}

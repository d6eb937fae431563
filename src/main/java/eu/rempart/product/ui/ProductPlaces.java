package eu.rempart.product.ui;

import eu.rempart.shell.NavigationEntry;
import eu.rempart.shell.NavigationEntry.Group;
import eu.rempart.shell.part.Glyph;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where products stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class ProductPlaces {

  @Bean
  NavigationEntry productsEntry() {
    return NavigationEntry.forMembers(
        "product.list.title", Glyph.TAG, ProductNavigation.LIST, Group.TOOLS, 45);
  }
}

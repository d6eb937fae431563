package eu.rempart.recall.ui;

import eu.rempart.shell.NavigationEntry;
import eu.rempart.shell.NavigationEntry.Group;
import eu.rempart.shell.part.Glyph;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where it stands in the navigation. */
@Configuration(proxyBeanMethods = false)
class RecallPlaces {

  @Bean
  NavigationEntry favouritesEntry() {
    return NavigationEntry.forMembers(
            "recall.title", Glyph.STAR, RecallNavigation.FAVOURITES, Group.WORK, 90)
        .withKeys("g f");
  }
}

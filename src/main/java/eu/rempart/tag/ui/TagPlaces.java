package eu.rempart.tag.ui;

import eu.rempart.account.Right;
import eu.rempart.shell.NavigationEntry;
import eu.rempart.shell.NavigationEntry.Group;
import eu.rempart.shell.part.Glyph;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where tags stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class TagPlaces {

  @Bean
  NavigationEntry tagsEntry() {
    return NavigationEntry.forRight(
        Right.WRITE_RECORDS.name(), "tag.title", Glyph.TAG, TagNavigation.TAGS, Group.TOOLS, 45);
  }
}

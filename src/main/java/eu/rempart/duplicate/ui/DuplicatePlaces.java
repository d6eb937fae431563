package eu.rempart.duplicate.ui;

import eu.rempart.account.Right;
import eu.rempart.shell.NavigationEntry;
import eu.rempart.shell.NavigationEntry.Group;
import eu.rempart.shell.part.Glyph;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where duplicates stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class DuplicatePlaces {

  @Bean
  NavigationEntry duplicatesEntry() {
    return NavigationEntry.forRight(
        Right.WRITE_RECORDS.name(),
        "duplicate.title",
        Glyph.COPY,
        DuplicateNavigation.DUPLICATES,
        Group.TOOLS,
        50);
  }
}

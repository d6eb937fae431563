package eu.rempart.bulk.ui;

import eu.rempart.account.Right;
import eu.rempart.shell.NavigationEntry;
import eu.rempart.shell.NavigationEntry.Group;
import eu.rempart.shell.part.Glyph;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where bulk changes stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class BulkPlaces {

  @Bean
  NavigationEntry bulkEntry() {
    return NavigationEntry.forRight(
        Right.WRITE_RECORDS.name(),
        "bulk.title",
        Glyph.UNDO,
        BulkNavigation.CHANGES,
        Group.TOOLS,
        35);
  }
}

package eu.rempart.document.ui;

import eu.rempart.shell.NavigationEntry;
import eu.rempart.shell.NavigationEntry.Group;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.view.ViewPlace;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where documents stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class DocumentPlaces {

  @Bean
  NavigationEntry documentsEntry() {
    return NavigationEntry.forMembers(
        "document.list.title", Glyph.FILE, DocumentNavigation.LIST, Group.WORK, 60);
  }

  @Bean
  ViewPlace documentViews() {
    return new ViewPlace("document", DocumentNavigation.LIST, "document.list.title");
  }
}

package eu.rempart.email.ui;

import eu.rempart.shell.NavigationEntry;
import eu.rempart.shell.NavigationEntry.Group;
import eu.rempart.shell.part.Glyph;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where e-mails stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class EmailPlaces {

  @Bean
  NavigationEntry emailsEntry() {
    return NavigationEntry.forMembers(
        "email.settings.title", Glyph.MAIL, EmailNavigation.SETTINGS, Group.TOOLS, 30);
  }
}

package eu.rempart.today.ui;

import eu.rempart.shell.NavigationEntry;
import eu.rempart.shell.NavigationEntry.Group;
import eu.rempart.shell.part.Glyph;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the first screen stands in the navigation. */
@Configuration(proxyBeanMethods = false)
class TodayPlaces {

  @Bean
  NavigationEntry todayEntry() {
    return NavigationEntry.forMembers("today.title", Glyph.HOME, "", Group.WORK, 10)
        .withKeys("g h");
  }
}

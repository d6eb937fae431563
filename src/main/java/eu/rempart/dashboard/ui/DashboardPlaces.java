package eu.rempart.dashboard.ui;

import eu.rempart.shell.NavigationEntry;
import eu.rempart.shell.NavigationEntry.Group;
import eu.rempart.shell.part.Glyph;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where figures stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class DashboardPlaces {

  @Bean
  NavigationEntry figuresEntry() {
    return NavigationEntry.forMembers(
            "dashboard.title", Glyph.CHART, DashboardNavigation.FIGURES, Group.WORK, 80)
        .withKeys("g r");
  }
}

package eu.rempart.ops.place.ui;

import eu.rempart.account.Access;
import eu.rempart.shell.NavigationEntry;
import eu.rempart.shell.part.Glyph;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way to the places. */
@Configuration(proxyBeanMethods = false)
public class PlaceNavigation {

  public static final String PLACES = "places";

  @Bean
  NavigationEntry placesEntry() {
    return NavigationEntry.forRight(
        Access.OPERATIONS,
        "places.title",
        Glyph.GLOBE,
        PLACES,
        NavigationEntry.Group.ADMINISTRATION,
        31);
  }
}

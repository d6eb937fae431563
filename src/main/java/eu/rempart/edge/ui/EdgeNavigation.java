package eu.rempart.edge.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import eu.rempart.account.Access;
import eu.rempart.edge.place.Place;
import eu.rempart.shell.NavigationEntry;
import eu.rempart.shell.part.Glyph;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ways to the screens of the edge. */
@Configuration(proxyBeanMethods = false)
public class EdgeNavigation {

  public static final String TRAFFIC = "traffic";

  /** For a screen that hangs in the control room. */
  public static final String WALL = "security/wall";

  static final String RULES = "rules";
  static final String CHANGES = "rule-changes";

  /** Query parameter with a row of the ledger: changes that are older are shown. */
  static final String BEFORE = "before";

  /** Query parameter with the two letters of a country whose rule is to be opened. */
  static final String PLACE = "place";

  @Bean
  NavigationEntry trafficEntry() {
    return new NavigationEntry(
        "edge.traffic.title",
        Glyph.PIN,
        TRAFFIC,
        NavigationEntry.Group.ADMINISTRATION,
        22,
        person -> person.rights().contains(Access.OPERATIONS));
  }

  @Bean
  NavigationEntry rulesEntry() {
    return NavigationEntry.forAdministrators("edge.rules.title", Glyph.FILTER, RULES, 24);
  }

  /** Administrators come from the rules, which engineers do not see. */
  @Bean
  NavigationEntry ruleChangesEntry() {
    return new NavigationEntry(
        "edge.changes.title",
        Glyph.HISTORY,
        CHANGES,
        NavigationEntry.Group.ADMINISTRATION,
        32,
        person -> !person.administrator() && person.rights().contains(Access.OPERATIONS));
  }

  static String changesBefore(long number) {
    return CHANGES + "?" + BEFORE + "=" + number;
  }

  /** Shows the rules, with the one of a place open. */
  public static void openRule(Place place) {
    UI.getCurrent().navigate(RULES, QueryParameters.of(PLACE, place.code()));
  }
}

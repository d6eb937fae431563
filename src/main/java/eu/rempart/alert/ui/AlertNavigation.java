package eu.rempart.alert.ui;

import com.vaadin.flow.component.Component;
import eu.rempart.account.Access;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.alert.incident.AlertReachService;
import eu.rempart.alert.incident.IncidentService;
import eu.rempart.shell.NavigationEntry;
import eu.rempart.shell.PageBanner;
import eu.rempart.shell.TopBarItem;
import eu.rempart.shell.WallItem;
import eu.rempart.shell.part.Glyph;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/**
 * The ways to incidents and duty, and the banner on top of every page of those who look after it,
 * and of the wall.
 */
@Configuration(proxyBeanMethods = false)
public class AlertNavigation {

  public static final String ALERTS = "alerts";
  public static final String DUTY = "duty";
  public static final String CHANNELS = "alert-channels";

  @Bean
  NavigationEntry alertsEntry() {
    return entry("alert.title", Glyph.ALERT, ALERTS, 26);
  }

  @Bean
  NavigationEntry dutyEntry() {
    return entry("alert.duty.title", Glyph.CALENDAR, DUTY, 27);
  }

  @Bean
  NavigationEntry channelsEntry() {
    return entry("alert.channels.title", Glyph.PHONE, CHANNELS, 28);
  }

  private static NavigationEntry entry(String label, Glyph glyph, String route, int order) {
    return NavigationEntry.forRight(
        Access.OPERATIONS, label, glyph, route, NavigationEntry.Group.ADMINISTRATION, order);
  }

  @Bean
  @Order(0)
  TopBarItem alarmBar(IncidentService incidents, CurrentMember member) {
    return () -> bar(incidents, member);
  }

  @Bean
  @Order(0)
  WallItem alarmOnWall(IncidentService incidents, CurrentMember member) {
    return () -> bar(incidents, member);
  }

  @Bean
  @Order(0)
  PageBanner reachBanner(AlertReachService reach, CurrentMember member) {
    return new ReachBanner(reach, member);
  }

  private static Optional<Component> bar(IncidentService incidents, CurrentMember member) {
    return member.may(Right.SEE_OPERATIONS)
        ? Optional.of(new AlarmBar(incidents))
        : Optional.empty();
  }
}

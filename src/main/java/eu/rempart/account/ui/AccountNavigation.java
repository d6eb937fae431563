package eu.rempart.account.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.ProfileService;
import eu.rempart.account.setup.RecoveryKitService;
import eu.rempart.shell.NavigationEntry;
import eu.rempart.shell.NavigationEntry.Group;
import eu.rempart.shell.part.Glyph;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The ways to the screens of administrators and engineers. */
@Configuration(proxyBeanMethods = false)
public class AccountNavigation {

  static final String MEMBERS = "members";
  public static final String SECURITY = "security";
  public static final String OPERATIONS = "operations";
  public static final String EVENTS = "security/events";
  static final String PROFILE = "profile";
  static final String SESSIONS = "profile/sessions";

  /**
   * The way to the security events behind a number.
   *
   * @param kinds dotted names such as {@code edge.banned}; none for all
   * @param cause what bans are for; may be empty
   * @param place two letters of a country; may be empty
   * @param back how far, in whole minutes
   */
  public static String events(List<String> kinds, String cause, String place, Duration back) {
    return EVENTS
        + (back.toMinutesPart() == 0 ? "?hours=" + back.toHours() : "?minutes=" + back.toMinutes())
        + (kinds.isEmpty() ? "" : "&kinds=" + String.join(",", kinds))
        + (cause.isEmpty() ? "" : "&cause=" + cause)
        + (place.isEmpty() ? "" : "&place=" + place);
  }

  /** Shows the security events behind a number; see {@link #events}. */
  public static void showEvents(List<String> kinds, String place, Duration back) {
    show(events(kinds, "", place, back));
  }

  /**
   * Shows the events of sources that were refused.
   *
   * @param why for which reason: the key of a measure of traffic
   */
  public static void showRefused(String why, Duration back) {
    show(events(List.of("edge.source.refused"), "", "", back) + "&why=" + why);
  }

  private static void show(String events) {
    String query = events.substring(EVENTS.length() + 1);
    UI.getCurrent().navigate(EVENTS, QueryParameters.fromString(query));
  }

  /** Shows the security events from a network; addresses stand in no link and no history. */
  public static void showEventsFrom(String network) {
    UI ui = UI.getCurrent();
    ComponentUtil.setData(ui, EventsFrom.class, new EventsFrom(network));
    ui.navigate(EVENTS, QueryParameters.of("hours", "168"));
  }

  /** The network whose events are wanted next, once. */
  public static Optional<String> takeEventsFrom() {
    UI ui = UI.getCurrent();
    EventsFrom from = ComponentUtil.getData(ui, EventsFrom.class);
    ComponentUtil.setData(ui, EventsFrom.class, new EventsFrom(""));
    return Optional.ofNullable(from).map(EventsFrom::network).filter(at -> !at.isEmpty());
  }

  private record EventsFrom(String network) {}

  @Bean
  SnoozedBanners snoozedBanners() {
    return new SnoozedBanners(InstantSource.system());
  }

  @Bean
  @Order(10)
  PlaceNotice newPlaceNotice(
      ProfileService profile, CurrentMember current, SnoozedBanners snoozed) {
    return new PlaceNotice(profile, current, snoozed);
  }

  @Bean
  @Order(20)
  KitReminder kitReminder(RecoveryKitService kits, CurrentMember current, SnoozedBanners snoozed) {
    return new KitReminder(kits, current, snoozed);
  }

  @Bean
  NavigationEntry membersEntry() {
    return NavigationEntry.forAdministrators("account.members.title", Glyph.MEMBERS, MEMBERS, 10);
  }

  @Bean
  NavigationEntry securityEntry() {
    return NavigationEntry.forAdministrators(
        "account.security.title", Glyph.SECURITY, SECURITY, 20);
  }

  @Bean
  NavigationEntry operationsEntry() {
    return new NavigationEntry(
        "account.operations.title",
        Glyph.KEYBOARD,
        OPERATIONS,
        Group.ADMINISTRATION,
        32,
        person -> person.administrator() || !person.opensCustomerData());
  }
}

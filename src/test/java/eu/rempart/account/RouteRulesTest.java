package eu.rempart.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import eu.rempart.House;
import eu.rempart.account.right.OpenToEngineers;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules that hold for every view of every room, those of tomorrow included. */
public class RouteRulesTest {

  private static final Set<String> OPEN_TO_ENGINEERS =
      Set.of(
          "LoginView",
          "SecondStepView",
          "SetupView",
          "InvitationView",
          "RecoverView",
          "ProfileView",
          "SessionsView",
          "OperationsView",
          "RuleChangesView",
          "TrafficView",
          "EventsView",
          "WallView",
          "WatchView",
          "AlertsView",
          "PlacesView",
          "SitesView",
          "BackupsView",
          "DutyView",
          "ChannelsView");

  private static final List<JavaClass> ROUTES =
      House.CLASSES.stream().filter(type -> type.isAnnotatedWith(Route.class)).toList();

  @Test
  void everyRouteSaysWhoMayOpenIt() {
    assertThat(ROUTES).isNotEmpty();
    assertThat(ROUTES)
        .allSatisfy(
            view ->
                assertThat(
                        Stream.of(AnonymousAllowed.class, PermitAll.class, RolesAllowed.class)
                            .filter(view::isAnnotatedWith))
                    .as(view.getName())
                    .hasSize(1));
  }

  @Test
  void engineersOpenNoViewWithCustomerData() {
    assertThat(ROUTES)
        .filteredOn(
            view ->
                view.isAnnotatedWith(OpenToEngineers.class)
                    || view.isAnnotatedWith(AnonymousAllowed.class))
        .extracting(JavaClass::getSimpleName)
        .allMatch(OPEN_TO_ENGINEERS::contains);
  }
}

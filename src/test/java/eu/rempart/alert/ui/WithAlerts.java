package eu.rempart.alert.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.server.VaadinSession;
import eu.rempart.WithFirm;
import eu.rempart.alert.duty.DutyService;
import eu.rempart.alert.incident.AlertService;
import eu.rempart.alert.incident.Ending;
import eu.rempart.alert.incident.Incident;
import eu.rempart.alert.incident.IncidentService;
import eu.rempart.alert.incident.Sources;
import eu.rempart.alert.queue.AddressService;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** A firm that is told of incidents and of duty, and what its screens say of them. */
abstract class WithAlerts extends WithFirm {

  @Autowired protected AlertService alerts;
  @Autowired protected IncidentService incidents;
  @Autowired protected DutyService duty;
  @Autowired protected AddressService addresses;

  /** News are drawn by a thread of their own, which finds who is signed in as in a browser. */
  @BeforeEach
  void keepWhoIsSignedIn() {
    VaadinSession.getCurrent()
        .getSession()
        .setAttribute(
            HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
            SecurityContextHolder.getContext());
  }

  @AfterEach
  void end() {
    admin();
    sql("DELETE FROM alert_rotation");
    sql("DELETE FROM alert_duty");
    incidents.silences().forEach(each -> incidents.lift(each.id()));
    Sources.ALL.forEach(source -> alerts.sync(source, List.of()));
    incidents.latest().stream()
        .filter(each -> !each.isResolved() && each.ending() != Ending.BY_SOURCE)
        .forEach(each -> incidents.resolve(each.id()));
    assertThat(incidents.latest()).allMatch(Incident::isResolved);
  }

  protected List<String> lines() {
    return find(ListItem.class).all().stream()
        .filter(line -> line.getElement().getParent().getClassList().contains("lines"))
        .map(line -> line.getElement().getTextRecursively())
        .toList();
  }
}

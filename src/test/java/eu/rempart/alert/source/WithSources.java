package eu.rempart.alert.source;

import eu.rempart.WithFirm;
import eu.rempart.alert.incident.AlertService;
import eu.rempart.alert.incident.Incident;
import eu.rempart.alert.incident.IncidentService;
import eu.rempart.alert.incident.Sources;
import eu.rempart.watch.result.WatchService;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A firm in which incidents come from sources, and end with what they found. */
abstract class WithSources extends WithFirm {

  @Autowired protected IncidentService incidents;
  @Autowired protected AlertService alerts;
  @Autowired protected WatchService watch;

  /** What others left is no incident of a test, and what it leaves is no next one's. */
  @BeforeEach
  @AfterEach
  void end() {
    admin();
    watch.report().maintenance().forEach(window -> watch.end(window.id()));
    watch.report().checks().forEach(status -> watch.retire(status.check()));
    sql("DELETE FROM alert_rotation");
    Sources.ALL.forEach(source -> alerts.sync(source, List.of()));
  }

  protected List<Incident> going(String source) {
    return incidents.latest().stream()
        .filter(each -> !each.isResolved() && each.source().equals(source))
        .toList();
  }
}

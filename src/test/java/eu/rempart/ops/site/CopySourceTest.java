package eu.rempart.ops.site;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.WithFirm;
import eu.rempart.alert.channel.Severity;
import eu.rempart.alert.incident.AlertService;
import eu.rempart.alert.incident.AlertText;
import eu.rempart.alert.incident.Incident;
import eu.rempart.alert.incident.IncidentService;
import eu.rempart.alert.incident.Sources;
import eu.rempart.ops.site.SiteState.Site.Role;
import eu.rempart.ops.site.SiteState.Witness.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One copy of the data becomes an incident, and two end it. */
class CopySourceTest extends WithFirm {

  @Autowired private AlertService alerts;
  @Autowired private IncidentService incidents;

  private final SiteBoard board = new SiteBoard();
  private Instant now = TestSites.SINCE.plusSeconds(4);

  @AfterEach
  void end() {
    alerts.sync(Sources.SITES, List.of());
  }

  private List<Incident> look() {
    new CopySource(board, alerts, () -> now).run();
    return open();
  }

  private List<Incident> open() {
    return incidents.latest().stream()
        .filter(each -> !each.isResolved() && each.source().equals(Sources.SITES))
        .toList();
  }

  @Test
  void oneCopyIsAWarningAtOnceAndCriticalAfterTenMinutes() {
    assertThat(look()).as("nothing is known yet").isEmpty();
    board.put(TestSites.state(Role.COPY, Task.WATCHES, TestSites.SINCE));
    assertThat(look()).isEmpty();
    board.put(TestSites.state(Role.BEHIND, Task.WATCHES, TestSites.SINCE));
    Incident first = look().getFirst();
    assertThat(first.severity()).isEqualTo(Severity.WARNING);
    assertThat(first.path()).isEqualTo("/sites");
    assertThat(new AlertText(Locale.ENGLISH).sentence(first)).startsWith("site-b does not answer");
    now = TestSites.SINCE.plus(Duration.ofMinutes(10));
    assertThat(look()).singleElement().extracting(Incident::severity).isEqualTo(Severity.CRITICAL);
    board.put(TestSites.unled());
    assertThat(look())
        .as("while nobody leads")
        .extracting(Incident::id)
        .containsExactly(first.id());
    board.put(TestSites.state(Role.COPY, Task.WATCHES, now));
    assertThat(look()).isEmpty();
  }

  @Test
  void handingOverWakesNobodyAsLongAsBothAnswer() {
    SiteState behind = TestSites.state(Role.BEHIND, Task.WATCHES, TestSites.SINCE);
    board.put(justMoved(behind));
    assertThat(look()).as("the former leader comes back as the copy").isEmpty();
    now = TestSites.SINCE.plus(CopySource.HANDING_OVER);
    assertThat(look()).as("it does not").hasSize(1);
  }

  @Test
  void witnessThatStaysAwayIsAWarning() {
    CopySource source = new CopySource(board, alerts, () -> now);
    board.put(TestSites.state(Role.COPY, Task.SILENT, TestSites.SINCE));
    source.run();
    assertThat(open()).as("it may be started anew").isEmpty();
    now = now.plus(CopySource.WITNESS_AWAY);
    source.run();
    assertThat(open()).singleElement().extracting(Incident::severity).isEqualTo(Severity.WARNING);
    board.put(TestSites.state(Role.COPY, Task.VOTES, TestSites.SINCE));
    source.run();
    assertThat(open()).isEmpty();
  }

  @Test
  void lossOfTheFormerLeaderIsAnIncidentAtOnce() {
    board.put(justMoved(TestSites.state(Role.SILENT, Task.WATCHES, TestSites.SINCE)));
    assertThat(look()).hasSize(1);
  }

  private static SiteState justMoved(SiteState state) {
    SiteMove move = new SiteMove(7, TestSites.SINCE, "site-b", "site-a", Duration.ofSeconds(3));
    return new SiteState(
        state.self(), state.sites(), state.witness(), state.since(), List.of(move));
  }
}

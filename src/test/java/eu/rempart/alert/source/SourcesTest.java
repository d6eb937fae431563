package eu.rempart.alert.source;

import static eu.rempart.db.generated.Tables.WATCH_AGENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import eu.rempart.WithFirm;
import eu.rempart.account.Role;
import eu.rempart.alert.channel.Severity;
import eu.rempart.alert.duty.Duty;
import eu.rempart.alert.duty.DutyService;
import eu.rempart.alert.duty.Rotation;
import eu.rempart.alert.incident.AlertRequest;
import eu.rempart.alert.incident.AlertService;
import eu.rempart.alert.incident.AlertText;
import eu.rempart.alert.incident.Ending;
import eu.rempart.alert.incident.Incident;
import eu.rempart.alert.incident.IncidentService;
import eu.rempart.alert.incident.Sources;
import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.event.SecurityEvents;
import eu.rempart.watch.check.Band;
import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.CheckId;
import eu.rempart.watch.check.CheckKind;
import eu.rempart.watch.check.Failure;
import eu.rempart.watch.check.Result;
import eu.rempart.watch.check.Rules;
import eu.rempart.watch.check.Target;
import eu.rempart.watch.check.Timing;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.result.Maintenance;
import eu.rempart.watch.result.Recorder;
import eu.rempart.watch.result.WatchService;
import eu.rempart.watch.wire.ProbeKeys;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What the watch, the edge, the vault and the calendar find becomes incidents, and ends with it.
 */
class SourcesTest extends WithFirm {

  private static final Zone FRANCE = new Zone("FR");

  @Autowired private IncidentService incidents;
  @Autowired private AlertService alerts;
  @Autowired private WatchService watch;
  @Autowired private Recorder recorder;
  @Autowired private WatchSource watchSource;
  @Autowired private EventSource eventSource;
  @Autowired private AgentSource agentSource;
  @Autowired private DSLContext dsl;
  @Autowired private DutySource dutySource;
  @Autowired private DutyService duty;
  @Autowired private SecurityEvents events;

  @AfterEach
  void end() {
    admin();
    watch.report().maintenance().forEach(window -> watch.end(window.id()));
    watch.report().checks().forEach(status -> watch.retire(status.check()));
    sql("DELETE FROM alert_rotation");
    Sources.ALL.forEach(source -> alerts.sync(source, List.of()));
  }

  private List<Incident> going(String source) {
    return incidents.latest().stream()
        .filter(each -> !each.isResolved() && each.source().equals(source))
        .toList();
  }

  private Check web() {
    Check check =
        new Check(
            new CheckId(UUID.randomUUID()),
            0,
            "<b>Web</b>",
            CheckKind.PAGE,
            Target.Remote.of("crm.example", 443, "/"),
            new Band(3_000, 2_000),
            new Rules(1, 1, 1, List.of(FRANCE), Duration.ofMinutes(1)),
            false,
            false,
            true);
    watch.save(check);
    return check;
  }

  private void result(Check check, boolean ok) {
    result(check, ok ? null : Failure.STATUS, ok ? 200 : 503);
  }

  private void result(Check check, @Nullable Failure failure, int number) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    recorder.take(new Result(check.id(), FRANCE, now, failure, number, Timing.NONE));
  }

  @Test
  void anOutageIsAnIncidentUntilItEnds() {
    Check check = web();
    watchSource.run();
    assertThat(going(Sources.WATCH)).isEmpty();
    result(check, false);
    watchSource.run();
    watchSource.run();
    Incident incident = going(Sources.WATCH).getFirst();
    assertThat(incident.severity()).isEqualTo(Severity.CRITICAL);
    AlertText text = new AlertText(Locale.ENGLISH);
    assertThat(text.title(incident)).isEqualTo("<b>Web</b> is down");
    assertThat(text.sentence(incident))
        .isEqualTo("<b>Web</b> (crm.example:443) does not work: answered with status 503");
    // only the watch knows when it is over
    assertThat(incidents.resolve(incident.id())).isFalse();
    result(check, true);
    watchSource.run();
    assertThat(going(Sources.WATCH)).isEmpty();
  }

  @Test
  void aPageThatIsTooSlowIsToldAsSlowAndAsDownOnceItIs() {
    Check check = web();
    result(check, Failure.TOO_SLOW, 3_456);
    watchSource.run();
    Incident slow = going(Sources.WATCH).getFirst();
    assertThat(slow.severity()).isEqualTo(Severity.CRITICAL);
    AlertText text = new AlertText(Locale.ENGLISH);
    assertThat(text.title(slow)).isEqualTo("<b>Web</b> is slow");
    assertThat(text.sentence(slow))
        .isEqualTo("<b>Web</b> (crm.example:443) answers, and not in time: too slow: 3,456 ms");
    assertThat(new AlertText(Locale.FRENCH).title(slow)).isEqualTo("<b>Web</b> est lent");
    result(check, false);
    watchSource.run();
    Incident down = going(Sources.WATCH).getFirst();
    assertThat(down.id()).isEqualTo(slow.id());
    assertThat(text.title(down)).isEqualTo("<b>Web</b> is down");
    assertThat(text.sentence(down)).endsWith("answered with status 503");
  }

  @Test
  void maintenanceOfWhatIsDownIsToldToTheIncident() {
    Check check = web();
    result(check, false);
    Instant soon = Instant.now().truncatedTo(ChronoUnit.MICROS);
    watch.plan(
        new Maintenance(
            UUID.randomUUID(), check.id(), "a new disk", soon, soon.plusSeconds(3_600)));
    watchSource.run();
    assertThat(going(Sources.WATCH).getFirst().quietUntil()).isEqualTo(soon.plusSeconds(3_600));
  }

  @Test
  void anAgentThatIsSilentOrSuspendedIsAnIncidentUntilItIsNot() {
    UUID silent = agent("BR", "ACTIVE", true);
    UUID suspended = agent("HK", "SUSPENDED", false);
    agent("NY", "ACTIVE", false);
    agentSource.run();
    assertThat(going(Sources.AGENTS))
        .extracting(Incident::key)
        .containsExactlyInAnyOrder("agent:" + silent, "agent:" + suspended);
    assertThat(going(Sources.AGENTS))
        .allMatch(incident -> incident.severity() == Severity.WARNING)
        .extracting(incident -> new AlertText(Locale.ENGLISH).title(incident))
        .containsExactlyInAnyOrder(
            "The agent in Brazil is silent", "The agent in Hong Kong is suspended");
    dsl.update(WATCH_AGENT).setNull(WATCH_AGENT.SILENT_SINCE).execute();
    dsl.update(WATCH_AGENT).set(WATCH_AGENT.STATE, "REVOKED").execute();
    agentSource.run();
    assertThat(going(Sources.AGENTS)).isEmpty();
  }

  private UUID agent(String zone, String state, boolean silent) {
    UUID id = UUID.randomUUID();
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
    dsl.insertInto(WATCH_AGENT)
        .set(WATCH_AGENT.ID, id)
        .set(WATCH_AGENT.ZONE, zone)
        .set(WATCH_AGENT.NAME, "machine")
        .set(WATCH_AGENT.PUBLIC_KEY, ProbeKeys.bytes(ProbeKeys.generate().getPublic()))
        .set(WATCH_AGENT.ADMITTED_AT, now)
        .set(WATCH_AGENT.STATE, state)
        .set(WATCH_AGENT.STATE_AT, now)
        .set(WATCH_AGENT.HEARD_AT, now)
        .set(WATCH_AGENT.SILENT_SINCE, silent ? now : null)
        .execute();
    return id;
  }

  @Test
  void floodsBeginAndEndAndBansAreToBeKnown() {
    events.record(
        SecurityEvent.of("edge.flood.begun", SecurityEvent.Severity.ALARM)
            .with("refused", "512")
            .with("places", "BR ZZ"));
    await()
        .pollInSameThread()
        .untilAsserted(
            () -> {
              eventSource.run();
              assertThat(going(Sources.EDGE)).hasSize(1);
            });
    eventSource.run();
    assertThat(going(Sources.EDGE).getFirst().raised()).isEqualTo(1);
    assertThat(new AlertText(Locale.FRENCH).sentence(going(Sources.EDGE).getFirst()))
        .contains("512", "La plupart viennent de", "Brésil, Lieu inconnu.");
    events.record(SecurityEvent.of("edge.banned", SecurityEvent.Severity.WARNING));
    events.record(SecurityEvent.of("edge.flood.over", SecurityEvent.Severity.NOTICE));
    await()
        .pollInSameThread()
        .untilAsserted(
            () -> {
              eventSource.run();
              assertThat(going(Sources.EDGE))
                  .hasSize(1)
                  .allMatch(each -> each.severity() == Severity.INFO);
            });
  }

  @Test
  void anAlarmOfTheVaultWaitsForSomebodyToLook() {
    events.record(
        SecurityEvent.of("vault.field.unopenable", SecurityEvent.Severity.ALARM).code("S-ABCDEFG"));
    await()
        .pollInSameThread()
        .untilAsserted(
            () -> {
              eventSource.run();
              assertThat(going(Sources.SECURITY)).isNotEmpty();
            });
    Incident incident =
        going(Sources.SECURITY).stream()
            .filter(each -> each.label().equals("vault.field.unopenable"))
            .findFirst()
            .orElseThrow();
    assertThat(new AlertText(Locale.ENGLISH).sentence(incident)).contains("S-ABCDEFG");
    assertThat(incidents.resolve(incident.id())).isTrue();
    assertThat(incidents.resolve(incident.id())).isFalse();
  }

  @Test
  void anAlarmSaysWhoWhereAndHowManyAndLeadsWhereEngineersMayLook() {
    UUID max = admin().memberId();
    events.record(
        SecurityEvent.of("edge.mass.export", SecurityEvent.Severity.ALARM)
            .member(max)
            .with("rows", "1501")
            .with("usual", "500")
            .with("within", "60"));
    events.record(
        SecurityEvent.of("edge.travel", SecurityEvent.Severity.ALARM)
            .member(max)
            .with("earlier", "DE")
            .with("place", "BR")
            .with("within", "20"));
    await()
        .pollInSameThread()
        .untilAsserted(
            () -> {
              eventSource.run();
              assertThat(going(Sources.SECURITY))
                  .extracting(Incident::label)
                  .contains("edge.mass.export", "edge.travel");
            });
    Incident mass = security("edge.mass.export");
    assertThat(new AlertText(Locale.ENGLISH).sentence(mass))
        .isEqualTo(
            "A member took out very many records · a member · 1,501 records · usual, or allowed:"
                + " 500 · within 60 minutes. Look at the security events.")
        .doesNotContain(max.toString());
    assertThat(new AlertText(Locale.FRENCH).sentence(security("edge.travel")))
        .contains("un membre · en 20 minutes · auparavant depuis Allemagne", "Brésil");
    assertThat(mass.path()).isEqualTo("/security/events?kinds=edge.mass.export");

    act(join(Role.ENGINEER));
    open("alerts", "");
    assertThat(find(Anchor.class).withText("Look there").all())
        .anyMatch(link -> link.getHref().equals("security/events?kinds=edge.mass.export"));
    open("security/events", "kinds=edge.mass.export");
    assertThat(find(Paragraph.class).all())
        .anyMatch(line -> line.getText().contains("A member took out very many records"));
  }

  private Incident security(String kind) {
    return going(Sources.SECURITY).stream()
        .filter(each -> each.label().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theDayOfAPairThatWillBeIncompleteIsTold() {
    alerts.raise(
        new AlertRequest(
            "duty:soon",
            Sources.DUTY,
            "",
            Severity.WARNING,
            "duty-soon",
            List.of("2026-12-04"),
            "/duty",
            Ending.BY_SOURCE,
            null));
    Incident soon = going(Sources.DUTY).getFirst();
    assertThat(new AlertText(Locale.ENGLISH).title(soon))
        .isEqualTo("The pair on duty will be incomplete from 4 Dec 2026 on");
    assertThat(new AlertText(Locale.FRENCH).title(soon)).contains("4 déc. 2026");
  }

  @Test
  void aPairThatCannotBeReachedIsAnAlarmAndNoCalendarIsNone() {
    dutySource.run();
    assertThat(going(Sources.DUTY)).isEmpty();
    UUID ada = admin().memberId();
    UUID erik = join(Role.ENGINEER).memberId();
    admin();
    duty.rotate(
        new Rotation(
            UUID.randomUUID(),
            Instant.now().minusSeconds(60),
            ZoneOffset.UTC,
            7,
            List.of(new Duty(ada, erik))));
    dutySource.run();
    assertThat(going(Sources.DUTY)).extracting(Incident::key).containsExactly("duty:now");
    assertThat(duty.report().now()).isEqualTo(new Duty(ada, erik));
    members.suspend(erik);
    assertThat(duty.report().now()).isEqualTo(new Duty(ada, null));
  }
}

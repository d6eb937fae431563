package eu.rempart.alert.source;

import static eu.rempart.db.generated.Tables.WATCH_AGENT;
import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.alert.channel.Severity;
import eu.rempart.alert.incident.AlertText;
import eu.rempart.alert.incident.Incident;
import eu.rempart.alert.incident.Sources;
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
import eu.rempart.watch.place.Place;
import eu.rempart.watch.probe.ProbeService;
import eu.rempart.watch.result.Maintenance;
import eu.rempart.watch.result.Recorder;
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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the watch finds, and agents that it misses, becomes incidents, and ends with it. */
class WatchSourceTest extends WithSources {

  private static final Zone FRANCE = new Zone("FR");

  @Autowired private Recorder recorder;
  @Autowired private WatchSource watchSource;
  @Autowired private AgentSource agentSource;
  @Autowired private ProbeService probes;
  @Autowired private DSLContext dsl;

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
  void checkThatFlapsSaysWhyItsIncidentGoesOn() {
    Check check = web();
    AlertText text = new AlertText(Locale.ENGLISH);
    for (int i = 0; i < 4; i++) {
      result(check, false);
      result(check, true);
    }
    watchSource.run();
    Incident flapping = going(Sources.WATCH).getFirst();
    assertThat(text.title(flapping)).isEqualTo("<b>Web</b> is flapping");
    assertThat(text.sentence(flapping)).contains("crm.example:443", "stays open until");
    result(check, false);
    watchSource.run();
    Incident down = going(Sources.WATCH).getFirst();
    assertThat(down.id()).isEqualTo(flapping.id());
    assertThat(text.title(down)).isEqualTo("<b>Web</b> is down");
    result(check, true);
    watchSource.run();
    assertThat(text.title(going(Sources.WATCH).getFirst())).isEqualTo("<b>Web</b> is flapping");
  }

  @Test
  void anIncidentSaysWhatIsWrongNow() {
    Check check = web();
    AlertText text = new AlertText(Locale.ENGLISH);
    result(check, Failure.STATUS, 503);
    watchSource.run();
    Incident first = going(Sources.WATCH).getFirst();
    result(check, Failure.STATUS, 502);
    watchSource.run();
    Incident now = going(Sources.WATCH).getFirst();
    assertThat(now.id()).isEqualTo(first.id());
    assertThat(now.raised()).isEqualTo(1);
    assertThat(text.sentence(now)).endsWith("answered with status 502");

    UUID agent = agent("OSLO", "ACTIVE", true);
    Place place = new Place(new Zone("OSLO"), "Kristiania");
    probes.keep(place);
    agentSource.run();
    assertThat(going(Sources.AGENTS))
        .extracting(text::title)
        .containsExactly("The agent in Kristiania is silent");
    probes.rename(place, "Oslo");
    agentSource.run();
    assertThat(going(Sources.AGENTS))
        .extracting(text::title)
        .containsExactly("The agent in Oslo is silent");
    probes.revoke(agent);
    sql("DELETE FROM watch_place");
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
}

package eu.rempart.alert.source;

import static eu.rempart.db.generated.Tables.WATCH_CHECK;
import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.alert.channel.Severity;
import eu.rempart.alert.incident.AlertText;
import eu.rempart.alert.incident.Incident;
import eu.rempart.alert.incident.Sources;
import eu.rempart.alert.source.LookRepository.Look;
import eu.rempart.watch.check.Band;
import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.CheckId;
import eu.rempart.watch.check.CheckKind;
import eu.rempart.watch.check.Failure;
import eu.rempart.watch.check.Result;
import eu.rempart.watch.check.Rules;
import eu.rempart.watch.check.Stage;
import eu.rempart.watch.check.Target;
import eu.rempart.watch.check.Timing;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.result.CheckStatus;
import eu.rempart.watch.result.Maintenance;
import eu.rempart.watch.result.OpenOutages;
import eu.rempart.watch.result.Recorder;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A check of which too few zones are heard is neither well nor down, and somebody is told. */
class QuorumSourceTest extends WithSources {

  private static final List<Zone> ZONES = Zone.USUAL.subList(0, 5);

  @Autowired private Recorder recorder;
  @Autowired private OpenOutages outages;
  @Autowired private DSLContext dsl;

  private Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
  private LookRepository looks;
  private QuorumSource source;

  @BeforeEach
  void begin() {
    looks = new OwnLooks(dsl);
    source = node();
    source.run();
    for (Duration waited = Duration.ZERO;
        waited.compareTo(QuorumSource.WAIT) < 0;
        waited = waited.plus(QuorumSource.GAP)) {
      pass(QuorumSource.GAP);
    }
  }

  private QuorumSource node() {
    return new QuorumSource(outages, alerts, looks, () -> now);
  }

  private void pass(Duration time) {
    now = now.plus(time);
    source.run();
  }

  /** Apart from those of the application, which looks by another clock, and of other tests. */
  private static final class OwnLooks extends LookRepository {

    private final String own = UUID.randomUUID().toString();

    OwnLooks(DSLContext dsl) {
      super(dsl);
    }

    @Override
    Optional<Look> last(String source) {
      return super.last(source + own);
    }

    @Override
    void save(String source, Look look) {
      super.save(source + own, look);
    }
  }

  /** Three of five must agree. */
  private Check web() {
    Check check =
        new Check(
            new CheckId(UUID.randomUUID()),
            0,
            "<b>Web</b>",
            CheckKind.PAGE,
            Target.Remote.of("crm.example", 443, "/"),
            new Band(3_000, 2_000),
            new Rules(1, 1, 3, ZONES, Duration.ofMinutes(1)),
            false,
            false,
            true);
    watch.save(check);
    changed(check, Duration.ofHours(1));
    return check;
  }

  private void changed(Check check, Duration ago) {
    dsl.update(WATCH_CHECK)
        .set(WATCH_CHECK.CHANGED_AT, OffsetDateTime.now(ZoneOffset.UTC).minus(ago))
        .where(WATCH_CHECK.ID.eq(check.id().value()))
        .execute();
  }

  private void tell(Check check, int zone, @Nullable Failure failure, Duration ago) {
    Instant at = Instant.now().minus(ago).truncatedTo(ChronoUnit.MICROS);
    recorder.take(new Result(check.id(), ZONES.get(zone), at, failure, null, Timing.NONE));
  }

  private CheckStatus status() {
    return watch.report().checks().getFirst();
  }

  private Incident only() {
    assertThat(going(Sources.QUORUM)).hasSize(1);
    return going(Sources.QUORUM).getFirst();
  }

  @Test
  void tooFewZonesAreAWarningAndTroubleInAllOfThemIsCritical() {
    Check check = web();
    for (int zone = 0; zone < 5; zone++) {
      tell(check, zone, null, zone < 2 ? Duration.ZERO : Duration.ofMinutes(20));
    }
    source.run();
    Incident blind = only();
    AlertText text = new AlertText(Locale.ENGLISH);
    assertThat(blind.severity()).isEqualTo(Severity.WARNING);
    assertThat(text.title(blind)).isEqualTo("<b>Web</b> cannot be judged");
    assertThat(text.sentence(blind))
        .startsWith("Only 2 of 5 places are heard, and 3 must agree before <b>Web</b>");
    assertThat(status().known(Instant.now())).as("well in all places that are heard").isTrue();

    tell(check, 0, Failure.UNREACHABLE, Duration.ZERO);
    tell(check, 1, Failure.UNREACHABLE, Duration.ZERO);
    assertThat(status().stage()).isEqualTo(Stage.UP);
    assertThat(status().known(Instant.now())).as("nobody knows how it is").isFalse();
    source.run();
    Incident trouble = only();
    assertThat(trouble.id()).isEqualTo(blind.id());
    assertThat(trouble.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(text.sentence(trouble))
        .startsWith("All places that are heard, 2 of 5, see trouble with <b>Web</b>; 3 must");
    assertThat(new AlertText(Locale.FRENCH).title(trouble))
        .isEqualTo("<b>Web</b> a un problème et ne peut être jugé");

    // a third that is heard, and says the same, makes it an outage like any
    tell(check, 2, Failure.UNREACHABLE, Duration.ZERO);
    source.run();
    assertThat(going(Sources.QUORUM)).isEmpty();
    assertThat(status().stage()).isEqualTo(Stage.DOWN);
    assertThat(outages.now()).hasSize(1);
  }

  @Test
  void howManyAreHeardIsAsOfNow() {
    Check check = web();
    tell(check, 0, null, Duration.ZERO);
    source.run();
    assertThat(only().facts()).containsExactly("<b>Web</b>", "1", "5", "3");
    tell(check, 1, null, Duration.ZERO);
    source.run();
    assertThat(only().facts()).containsExactly("<b>Web</b>", "2", "5", "3");
  }

  @Test
  void nobodyIsToldOfZonesThatWereNotAskedForLong() {
    Check check = web();
    changed(check, Duration.ofMinutes(1));
    source.run();
    assertThat(going(Sources.QUORUM)).isEmpty();
    changed(check, Duration.ofMinutes(10));
    source.run();
    assertThat(only().facts()).contains("0", "5", "3");
    assertThat(watch.measure(status().check(), false)).isTrue();
    source.run();
    assertThat(going(Sources.QUORUM)).as("of what is not measured nobody is told").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 90, 1_800})
  void afterTheDatabaseWasAwayAgentsAreWaitedForAndNothingIsEnded(int seconds) {
    web();
    source.run();
    Incident told = only();
    now = now.plusSeconds(seconds);
    watch.retire(status().check());
    source.run();
    assertThat(only().id()).as("nobody could look, and it waits").isEqualTo(told.id());
    now = now.plus(QuorumSource.WAIT).minusMillis(1);
    looked(now.minusSeconds(10));
    source.run();
    assertThat(only().id()).isEqualTo(told.id());
    pass(Duration.ofSeconds(10));
    assertThat(going(Sources.QUORUM)).isEmpty();
  }

  /** As if some node had looked until then, and found that it has to wait as long as it has to. */
  private void looked(Instant at) {
    Look last = looks.last(Sources.QUORUM).orElseThrow();
    looks.save(Sources.QUORUM, new Look(at, last.judgesFrom()));
  }

  @Test
  void aNodeThatTakesItsTurnGoesOnWhereAnotherWas() {
    web();
    source.run();
    assertThat(only().facts()).contains("0", "5", "3");
    watch.retire(status().check());
    source = node();
    pass(Duration.ofSeconds(10));
    assertThat(going(Sources.QUORUM)).as("others looked lately").isEmpty();
  }

  @Test
  void maintenanceOfItKeepsItQuiet() {
    Check check = web();
    Instant begin = Instant.now().truncatedTo(ChronoUnit.MICROS);
    watch.plan(
        new Maintenance(
            UUID.randomUUID(), check.id(), "a new line", begin, begin.plusSeconds(3_600)));
    source.run();
    assertThat(only().quietUntil()).isEqualTo(begin.plusSeconds(3_600));
  }
}

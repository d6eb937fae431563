package eu.rempart.watch.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.WithFirm;
import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.watch.check.Band;
import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.CheckId;
import eu.rempart.watch.check.CheckKind;
import eu.rempart.watch.check.Level;
import eu.rempart.watch.check.Rules;
import eu.rempart.watch.check.Target;
import eu.rempart.watch.check.Zone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may say what is watched, and that this server measures it. */
class WatchServiceTest extends WithFirm {

  @Autowired private WatchService watch;
  @Autowired private HomeZone home;
  @Autowired private CheckRepository checks;
  @Autowired private ResultPartitions partitions;

  @AfterEach
  void stopWatching() {
    admin();
    watch.report().maintenance().forEach(window -> watch.end(window.id()));
    watch.report().checks().forEach(status -> watch.retire(status.check()));
  }

  private static Check level(Level level, int limit, boolean shown) {
    return new Check(
        new CheckId(UUID.randomUUID()),
        0,
        level.name(),
        CheckKind.LEVEL,
        new Target.Own(level),
        new Band(limit, limit),
        new Rules(1, 1, 1, List.of(Zone.HOME), Duration.ofDays(1)),
        false,
        shown,
        true);
  }

  @Test
  void reportSortsChecksByNameAsPeopleDo() {
    List.of("zone", "Écran", "accueil", "Fil").forEach(name -> watch.save(named(name)));

    assertThat(watch.report().checks())
        .extracting(status -> status.check().name())
        .containsSubsequence("accueil", "Écran", "Fil", "zone");
  }

  private static Check named(String name) {
    Check level = level(Level.DISK, 1, false);
    return new Check(
        level.id(),
        level.version(),
        name,
        level.kind(),
        level.target(),
        level.band(),
        level.rules(),
        false,
        false,
        true);
  }

  private CheckStatus status(Check check) {
    return watch.report().checks().stream()
        .filter(status -> status.check().id().equals(check.id()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void thisServerMeasuresItsLevels() {
    partitions.prepare();
    for (Level level :
        List.of(Level.MEMORY, Level.DISK, Level.DATABASE, Level.MAIL_QUEUE, Level.ALERT_QUEUE)) {
      Check check = level(level, 1_000_000, false);
      watch.save(check);
      home.measure(check);
      assertThat(status(check).all().failed()).as(level.name()).isZero();
      assertThat(status(check).last().orElseThrow().number()).as(level.name()).isNotNull();
    }
    Check full = level(Level.MEMORY, 0, false);
    watch.save(full);
    home.measure(full);
    assertThat(status(full).stage().outage()).isTrue();
  }

  @Test
  void aCheckThatStopsEndsItsOutage() {
    Check full = level(Level.MEMORY, 0, false);
    watch.save(full);
    home.measure(full);
    Check saved = checks.find(full.id()).orElseThrow();
    Check paused =
        new Check(
            saved.id(),
            saved.version(),
            saved.name(),
            saved.kind(),
            saved.target(),
            saved.band(),
            saved.rules(),
            false,
            false,
            false);
    assertThat(watch.save(paused)).isTrue();
    assertThat(watch.save(paused)).isFalse();
    assertThat(status(full).stage().outage()).isFalse();
    assertThat(status(full).outages()).isEqualTo(1);
    assertThat(watch.report().incidents())
        .filteredOn(incident -> incident.check().equals(full.id()))
        .allMatch(incident -> incident.endedAt() != null);
  }

  @Test
  void engineersKeepItRunningAndMembersDoNot() {
    Check defined = level(Level.CPU, 90, false);
    watch.save(defined);
    act(join(Role.ENGINEER));
    assertThat(watch.mayDefine()).isFalse();
    assertThatThrownBy(() -> watch.save(level(Level.CPU, 90, false)))
        .isInstanceOf(NotPermittedException.class);
    Check kept = checks.find(defined.id()).orElseThrow();
    assertThatThrownBy(() -> watch.save(kept)).isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> watch.retire(kept)).isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> watch.askIn(List.of(new Zone("BR"))))
        .isInstanceOf(NotPermittedException.class);
    // whatever else it says, it is paused and nothing else
    Check other = level(Level.DISK, 1, true);
    Check forged =
        new Check(
            kept.id(),
            kept.version(),
            "forged",
            CheckKind.LEVEL,
            other.target(),
            other.band(),
            other.rules(),
            true,
            true,
            true);
    assertThat(watch.measure(forged, false)).isTrue();
    assertThat(watch.measure(forged, false)).isFalse();
    Check paused = checks.find(defined.id()).orElseThrow();
    assertThat(paused.enabled()).isFalse();
    assertThat(paused.name()).isEqualTo(kept.name());
    assertThat(paused.target()).isEqualTo(kept.target());
    assertThat(paused.shown()).isFalse();
    assertThat(watch.measure(paused, true)).isTrue();
    Instant now = Instant.now();
    Maintenance works =
        new Maintenance(
            UUID.randomUUID(), null, "works", now.plusSeconds(60), now.plusSeconds(120));
    watch.plan(works);
    assertThat(watch.report().maintenance()).extracting(Maintenance::title).contains("works");
    assertThat(watch.end(works.id())).isTrue();

    for (Role role : List.of(Role.MANAGER, Role.MEMBER, Role.READER)) {
      actAs(role);
      assertThatThrownBy(() -> watch.report()).isInstanceOf(NotPermittedException.class);
      assertThatThrownBy(() -> watch.save(level(Level.CPU, 90, false)))
          .isInstanceOf(NotPermittedException.class);
      assertThatThrownBy(() -> watch.measure(paused, false))
          .isInstanceOf(NotPermittedException.class);
      assertThatThrownBy(() -> watch.plan(works)).isInstanceOf(NotPermittedException.class);
      assertThatThrownBy(() -> watch.note(UUID.randomUUID(), "x"))
          .isInstanceOf(NotPermittedException.class);
    }
  }

  @Test
  void thereIsAnEndToChecks() {
    sql(
        """
        INSERT INTO watch_check (id, name, kind, level, limit_value, clear_value, period_seconds,
          fail_after, recover_after, zones, quorum, shown, enabled)
        SELECT gen_random_uuid(), 'many', 'LEVEL', 'CPU', 1, 1, 60, 1, 1, '{HOME}', 1, false, false
        FROM generate_series(1, 200)
        """);
    assertThatThrownBy(() -> watch.save(level(Level.CPU, 90, false)))
        .isInstanceOf(IllegalStateException.class);
    sql("UPDATE watch_check SET retired_at = now() WHERE name = 'many'");
    assertThat(watch.save(level(Level.CPU, 90, false))).isTrue();
  }

  @Test
  void thePastIsNotPlannedAndNotesNeedAnIncident() {
    Instant past = Instant.now().minusSeconds(3_600);
    Maintenance late = new Maintenance(UUID.randomUUID(), null, "late", past, past.plusSeconds(60));
    assertThatThrownBy(() -> watch.plan(late)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> watch.note(UUID.randomUUID(), "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

package eu.rempart.watch.result;

import eu.rempart.db.generated.tables.records.WatchCheckRecord;
import eu.rempart.watch.check.Band;
import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.CheckId;
import eu.rempart.watch.check.CheckKind;
import eu.rempart.watch.check.Level;
import eu.rempart.watch.check.Rules;
import eu.rempart.watch.check.Target;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.objective.Objective;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of {@code watch_check} as checks, and back. */
final class CheckMapper {

  private CheckMapper() {}

  static Check check(WatchCheckRecord row) {
    return new Check(
        new CheckId(row.getId()),
        row.getVersion(),
        row.getName(),
        CheckKind.valueOf(row.getKind()),
        row.getLevel() == null
            ? new Target.Remote(row.getHost(), row.getPort(), row.getPath())
            : new Target.Own(Level.valueOf(row.getLevel())),
        new Band(row.getLimitValue(), row.getClearValue()),
        new Rules(
            row.getFailAfter(),
            row.getRecoverAfter(),
            row.getQuorum(),
            Arrays.stream(row.getZones()).map(Zone::new).toList(),
            Duration.ofSeconds(row.getPeriodSeconds())),
        row.getOwnAuthority(),
        row.getShown(),
        row.getEnabled(),
        objective(row));
  }

  private static @Nullable Objective objective(WatchCheckRecord row) {
    return row.getObjective() == null
        ? null
        : new Objective(row.getObjective(), Objective.Over.valueOf(row.getObjectiveOver()));
  }

  /** Everything but id, version and times. */
  static WatchCheckRecord row(Check check) {
    WatchCheckRecord row = new WatchCheckRecord();
    row.setName(check.name());
    row.setKind(check.kind().name());
    switch (check.target()) {
      case Target.Remote(var host, var port, var path) -> {
        row.setHost(host);
        row.setPort(port);
        row.setPath(path);
        row.setLevel(null);
      }
      case Target.Own(var level) -> {
        row.setHost(null);
        row.setPort(null);
        row.setPath(null);
        row.setLevel(level.name());
      }
    }
    row.setLimitValue(check.band().limit());
    row.setClearValue(check.band().clear());
    row.setFailAfter(check.rules().failAfter());
    row.setRecoverAfter(check.rules().recoverAfter());
    row.setQuorum(check.rules().quorum());
    // which nodes there are is no part of it
    List<Zone> zones = check.kind().remote() ? check.rules().zones() : List.of(Zone.HOME);
    row.setZones(zones.stream().map(Zone::code).toArray(String[]::new));
    row.setPeriodSeconds((int) check.rules().period().toSeconds());
    row.setOwnAuthority(check.ownAuthority());
    row.setShown(check.shown());
    row.setEnabled(check.enabled());
    Objective objective = check.objective();
    row.setObjective(objective == null ? null : objective.thousandths());
    row.setObjectiveOver(objective == null ? null : objective.over().name());
    return row;
  }
}

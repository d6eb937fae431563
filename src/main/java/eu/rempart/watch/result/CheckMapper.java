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
import java.time.Duration;
import java.util.Arrays;

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
        row.getEnabled());
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
    row.setZones(check.rules().zones().stream().map(Zone::code).toArray(String[]::new));
    row.setPeriodSeconds((int) check.rules().period().toSeconds());
    row.setOwnAuthority(check.ownAuthority());
    row.setShown(check.shown());
    row.setEnabled(check.enabled());
    return row;
  }
}

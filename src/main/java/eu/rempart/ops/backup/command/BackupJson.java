package eu.rempart.ops.backup.command;

import eu.rempart.ops.backup.Act;
import eu.rempart.ops.backup.BackupCell;
import eu.rempart.ops.backup.BackupRun;
import eu.rempart.ops.backup.BackupState;
import eu.rempart.ops.backup.engine.Destination;
import eu.rempart.ops.backup.engine.Proof;
import eu.rempart.ops.backup.engine.Restore.Found;
import eu.rempart.ops.backup.engine.Technology;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Destinations and runs as programs read them: names do not change, and what is not known is null.
 */
final class BackupJson {

  private BackupJson() {}

  /**
   * The destinations, and what was last done at each.
   *
   * @param runs the latest first
   * @param leftOut since when the log of the database goes on without those that it leaves out
   */
  static String list(
      List<Destination> destinations,
      List<String> servers,
      List<BackupRun> runs,
      Map<UUID, Instant> leftOut) {
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    for (Destination each : destinations) {
      List<Map<String, @Nullable Object>> backups = new ArrayList<>();
      for (String server : servers) {
        for (Technology technology : Technology.values()) {
          backups.add(cell(new BackupCell(server, each.id(), technology), runs));
        }
      }
      Map<String, @Nullable Object> shown = destination(each);
      shown.put("left_out_since", time(leftOut.get(each.id())));
      shown.put("backups", backups);
      all.add(shown);
    }
    return write(Map.of("destinations", all));
  }

  /**
   * What was asked for, and how it ended.
   *
   * @param ended with where each went
   */
  static String runs(Act act, Map<BackupRun, Destination> ended) {
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    ended.forEach(
        (run, where) -> {
          Map<String, @Nullable Object> shown = destination(where);
          shown.put("server", run.cell().server());
          shown.put("technology", run.cell().technology().key());
          shown.putAll(run(run));
          all.add(shown);
        });
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("act", act.key());
    answer.put("good", ended.keySet().stream().allMatch(BackupRun::isGood));
    answer.put("runs", all);
    return write(answer);
  }

  /** What lies at a destination, the latest first. */
  static String found(List<Found> found) {
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    for (Found each : found) {
      Map<String, @Nullable Object> shown = new LinkedHashMap<>();
      shown.put("server", each.server());
      shown.put("technology", each.technology().key());
      shown.put("label", each.label());
      shown.put("begun", time(each.begun()));
      shown.put("bytes", each.size());
      all.add(shown);
    }
    return write(Map.of("backups", all));
  }

  private static Map<String, @Nullable Object> destination(Destination destination) {
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    shown.put("number", destination.place());
    shown.put("address", destination.address().toString());
    shown.put("country", destination.country().value());
    return shown;
  }

  private static Map<String, @Nullable Object> cell(BackupCell cell, List<BackupRun> runs) {
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    shown.put("server", cell.server());
    shown.put("technology", cell.technology().key());
    for (Act act : Act.values()) {
      List<BackupRun> those =
          runs.stream().filter(run -> run.cell().equals(cell) && run.act() == act).toList();
      Optional<BackupRun> good = those.stream().filter(BackupRun::isGood).findFirst();
      shown.put("last_" + act.key(), those.isEmpty() ? null : run(those.getFirst()));
      shown.put("last_good_" + act.key(), good.map(BackupJson::run).orElse(null));
    }
    shown.put(
        "damaged",
        BackupState.bad(runs, cell, Act.VERIFY).isPresent()
            || BackupState.bad(runs, cell, Act.DRILL).isPresent());
    return shown;
  }

  private static Map<String, @Nullable Object> run(BackupRun run) {
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    shown.put("state", run.state().key());
    shown.put("good", run.isGood());
    shown.put("begun", time(run.begun()));
    shown.put("ended", time(run.ended()));
    BackupRun.Result made = run.made();
    if (made != null) {
      shown.put("label", made.label());
      shown.put("bytes", made.size());
      shown.put("bytes_added", made.stored());
      shown.put("files_left_out", made.left());
    }
    BackupRun.Fault fault = run.fault();
    if (fault != null) {
      shown.put("why", fault.why());
      shown.put("said", fault.said());
    }
    Proof proof = run.proof();
    if (proof != null) {
      shown.put("faults", proof.faults().stream().map(Proof.Fault::key).sorted().toList());
      shown.put("last_change", time(proof.lastWritten()));
      shown.put("rows", proof.rows());
    }
    return shown;
  }

  private static @Nullable String time(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  private static String write(Object answer) {
    return JsonMapper.shared().writeValueAsString(answer);
  }
}

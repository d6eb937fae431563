package eu.rempart.ops.backup.command;

import eu.rempart.common.command.CommandRefusedException;
import eu.rempart.ops.backup.Act;
import eu.rempart.ops.backup.BackupCell;
import eu.rempart.ops.backup.BackupRun;
import eu.rempart.ops.backup.OperatorBackups;
import eu.rempart.ops.backup.OperatorQueries;
import eu.rempart.ops.backup.engine.Destination;
import eu.rempart.ops.backup.engine.Proof;
import eu.rempart.ops.backup.engine.Technology;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Has the application make, read or prove backups of a server, and tells how far it is. */
final class DoBackups {

  private static final long LOOK_MILLIS = 500;
  private static final double STEP = 0.1;

  private final BackupCall call;
  private final Act act;
  private final String server;
  private final boolean json;

  DoBackups(BackupCall call, Act act) {
    this.call = call;
    this.act = act;
    this.server = call.server();
    this.json = call.arguments().has("--json");
  }

  /** Returns when all of them have ended. */
  void run() throws IOException, SQLException {
    call.arguments().allow(call.texts(), 1, "--to", "--technology", "--server", "--wait", "--json");
    call.requireOwnDatabase();
    try (OperatorQueries database = call.connect()) {
      OperatorBackups backups = database.backups();
      run(backups, call.destinations(backups.destinations()));
    }
  }

  /** Ends what goes on and what waits. */
  void cancel() throws IOException, SQLException {
    call.arguments().allow(call.texts(), 1);
    try (OperatorQueries database = call.connect()) {
      database.backups().cancelAll(call.clock().instant());
      call.say("cancelled");
    }
  }

  /** As {@link #run()}, at these destinations. */
  void run(OperatorBackups backups, List<Destination> destinations) throws IOException {
    Map<BackupCell, Destination> open = new HashMap<>();
    for (Destination each : destinations) {
      for (Technology technology : call.technologies()) {
        BackupCell cell = new BackupCell(server, each.id(), technology);
        backups.ask(cell, act, call.clock().instant());
        open.put(cell, each);
      }
    }
    Map<BackupCell, Long> asked = ids(backups.runs(call.clock().instant()), open);
    if (!json) {
      call.say("do.asked", asked.size());
    }
    watch(backups, open, asked);
  }

  /** What waits or goes on in a cell now; where that has ended already, what ended last. */
  private Map<BackupCell, Long> ids(List<BackupRun> runs, Map<BackupCell, Destination> cells) {
    Map<BackupCell, Long> ids = new HashMap<>();
    runs.stream()
        .filter(run -> run.act() == act && cells.containsKey(run.cell()))
        .forEach(run -> ids.merge(run.cell(), run.id(), Math::max));
    return ids;
  }

  private void watch(
      OperatorBackups backups, Map<BackupCell, Destination> open, Map<BackupCell, Long> asked)
      throws IOException {
    Map<Long, Double> told = new HashMap<>();
    Map<BackupRun, Destination> ended = new LinkedHashMap<>();
    while (!open.isEmpty()) {
      Instant now = call.clock().instant();
      for (BackupRun run : backups.runs(now)) {
        Destination destination = open.get(run.cell());
        Long id = asked.get(run.cell());
        if (destination == null || id == null || run.id() != id) {
          continue;
        }
        if (!json) {
          tell(run, destination, told);
        }
        if (!run.state().isOpen()) {
          open.remove(run.cell());
          ended.put(run, destination);
        }
      }
      rest();
    }
    if (json) {
      call.out().println(BackupJson.runs(act, ended));
    }
    long bad = ended.keySet().stream().filter(run -> !run.isGood()).count();
    if (bad > 0) {
      throw new CommandRefusedException("bad", bad);
    }
  }

  private void tell(BackupRun run, Destination destination, Map<Long, Double> told) {
    String what = call.texts().t("backup.technology." + run.cell().technology().key());
    if (!run.state().isOpen()) {
      call.say("do." + act.key() + "." + outcome(run), what, destination.address(), details(run));
    } else if (run.state() == BackupRun.State.RUNNING
        && run.part() >= told.getOrDefault(run.id(), -1.0) + STEP) {
      told.put(run.id(), run.part());
      call.say("do.part", what, destination.address(), Math.round(run.part() * 100));
    }
  }

  private static String outcome(BackupRun run) {
    return run.isGood() ? "good" : "bad";
  }

  private String details(BackupRun run) {
    BackupRun.Fault fault = run.fault();
    if (fault != null) {
      String key = fault.why().equals("place-not-allowed") ? "other" : fault.why();
      int missing = run.made() == null ? 0 : run.made().left();
      return call.texts().t("backup.failed." + key, fault.said(), missing);
    }
    Proof proof = run.proof();
    if (proof != null) {
      Instant last = proof.lastWritten();
      return proof.isGood()
          ? call.texts()
              .t(
                  "backup.proof.good",
                  last == null ? call.texts().t("backup.list.never") : BackupCall.time(last),
                  BackupCall.rows(proof.rows()))
          : proof.faults().stream()
              .map(each -> call.texts().t("backup.proof." + each.key()))
              .collect(Collectors.joining(" "));
    }
    BackupRun.Result made = run.made();
    return made == null
        ? call.texts().t("backup.state." + run.state().key())
        : call.texts().t("backup.made", mb(made.size()), mb(made.stored()), made.left());
  }

  private static String mb(long bytes) {
    return String.valueOf(Math.ceilDiv(bytes, 1_000_000L));
  }

  /** Until the next look. */
  static void rest() throws IOException {
    try {
      Thread.sleep(LOOK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }
}

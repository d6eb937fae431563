package eu.rempart.ops.backup.command;

import eu.rempart.common.command.CommandTexts;
import eu.rempart.ops.backup.BackupRun;
import eu.rempart.ops.backup.engine.Proof;
import java.time.Instant;
import java.util.stream.Collectors;

/** How runs went, in words. */
record RunDetails(CommandTexts texts) {

  String of(BackupRun run) {
    BackupRun.Fault fault = run.fault();
    if (fault != null) {
      String key = fault.why().equals("place-not-allowed") ? "other" : fault.why();
      int missing = run.made() == null ? 0 : run.made().left();
      String sentence = texts.t("backup.failed." + key, fault.said(), missing);
      return run.state() == BackupRun.State.UNCHECKED
          ? texts.t("backup.unchecked", sentence)
          : sentence;
    }
    Proof proof = run.proof();
    if (proof != null) {
      Instant last = proof.lastWritten();
      return proof.isGood()
          ? texts.t(
              "backup.proof.good",
              last == null ? texts.t("backup.list.never") : BackupCall.time(last),
              BackupCall.rows(proof.rows()))
          : proof.faults().stream()
              .map(each -> texts.t("backup.proof." + each.key()))
              .collect(Collectors.joining(" "));
    }
    BackupRun.Result made = run.made();
    return made == null
        ? texts.t("backup.state." + run.state().key())
        : texts.t("backup.made", mb(made.size()), mb(made.stored()), made.left());
  }

  static String mb(long bytes) {
    return String.valueOf(Math.ceilDiv(bytes, 1_000_000L));
  }
}

package eu.rempart.privacy.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.privacy.ErasureJob;
import eu.rempart.shell.part.ProgressDialog;
import eu.rempart.shell.part.ProgressDialog.Progress;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** How far an erasure is. It can't be stopped. */
final class ErasingDialog {

  private ErasingDialog() {}

  /**
   * Watches a job.
   *
   * @param ended called once, in the UI's thread
   */
  static ProgressDialog of(ErasureJob job, Consumer<ErasureJob> ended) {
    var dialog =
        new ProgressDialog(
            t("privacy.erasing"), job::onNews, () -> progress(job), () -> ended.accept(job));
    dialog.setWidth("28rem");
    dialog.setMaxWidth("100vw");
    return dialog;
  }

  private static Progress progress(ErasureJob job) {
    boolean ended = job.state() != ErasureJob.State.RUNNING;
    int prepared = job.prepared();
    return prepared < job.total()
        ? new Progress(
            OptionalDouble.of((double) prepared / job.total()),
            t("privacy.erasing.counting", prepared, job.total()),
            ended)
        : new Progress(OptionalDouble.empty(), t("privacy.erasing.now"), ended);
  }
}

package eu.rempart.bulk.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import eu.rempart.bulk.BulkJob;
import eu.rempart.bulk.BulkState;
import eu.rempart.shell.part.ProgressDialog;
import eu.rempart.shell.part.ProgressDialog.Progress;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** How far a bulk change is. */
final class JobDialog {

  private JobDialog() {}

  /**
   * Watches a job.
   *
   * @param counted whether it is known how far it is, and it can be cancelled
   * @param ended called once, in the UI's thread
   */
  static ProgressDialog of(String title, BulkJob job, boolean counted, Consumer<BulkJob> ended) {
    var dialog =
        new ProgressDialog(
            title, job::onNews, () -> progress(job, counted), () -> ended.accept(job));
    dialog.addClassName("bulk-job");
    if (counted) {
      var cancel = new Button(t("bulk.cancel"));
      cancel.addClickListener(
          _ -> {
            job.cancel();
            cancel.setEnabled(false);
          });
      dialog.getFooter().add(cancel);
    }
    return dialog;
  }

  private static Progress progress(BulkJob job, boolean counted) {
    return new Progress(
        counted ? OptionalDouble.of(job.progress()) : OptionalDouble.empty(),
        job.done() == 0 ? t("bulk.waiting") : t("bulk.running", job.done()),
        job.state() != BulkState.RUNNING);
  }
}

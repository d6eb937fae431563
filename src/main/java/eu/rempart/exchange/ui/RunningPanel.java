package eu.rempart.exchange.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import eu.rempart.exchange.run.ImportJob;
import eu.rempart.exchange.run.ImportState;
import eu.rempart.exchange.run.ImportStep;
import eu.rempart.shell.part.Confirmation;

/** An import under way. It goes on when nobody looks. */
final class RunningPanel extends Div {

  private static final long serialVersionUID = 1L;

  private final H2 title = new H2(t("exchange.run.title"));
  private final ProgressBar bar = new ProgressBar();
  private final Paragraph state = new Paragraph();
  private final CountsBar counts = new CountsBar();
  private final Paragraph created = new Paragraph();
  private final Button cancel;
  private final transient Runnable ended;
  private boolean done;

  /**
   * @param ended called once when the import has ended
   */
  RunningPanel(ImportJob job, Runnable ended) {
    this.ended = ended;
    addClassName("import-running");
    bar.getElement().setAttribute("aria-label", t("exchange.run.title"));
    state.addClassName("import-state");
    state.getElement().setAttribute("role", "status");
    cancel = new Button(t("exchange.run.cancel"), _ -> ask(job));
    Paragraph file = new Paragraph(job.fileName());
    file.addClassName("import-source");
    add(title, file, bar, state, counts, created, cancel);
    JobWatch.watch(this, job, this::show);
  }

  private static void ask(ImportJob job) {
    Confirmation.askDanger(
        t("exchange.run.cancel.title"),
        t("exchange.run.cancel.sentence"),
        t("exchange.run.cancel"),
        job::cancel);
  }

  private void show(ImportJob job) {
    if (done) {
      return;
    }
    bar.setIndeterminate(job.step() == ImportStep.SAVING);
    bar.setValue(job.progress());
    // what is kept can only be undone
    cancel.setVisible(job.step() == ImportStep.ROWS);
    counts.show(job.counts());
    state.setText(sentence(job));
    if (job.state() == ImportState.DONE) {
      created.setText(ImportWords.created("exchange.run.created", job.created()));
    }
    created.setVisible(!created.getText().isEmpty());
    if (job.state() != ImportState.RUNNING) {
      done = true;
      title.setText(t("exchange.run.ended"));
      bar.setVisible(false);
      cancel.setVisible(false);
      ended.run();
    }
  }

  private static String doing(ImportJob job) {
    int rows = job.counts().rows();
    ImportJob.Indexed indexed = job.indexed();
    return switch (job.step()) {
      case ROWS -> t("exchange.run.running", rows);
      case SAVING -> t("exchange.run.saving", rows);
      case INDEXING -> t("exchange.run.indexing", indexed.done(), indexed.total());
    };
  }

  private static String sentence(ImportJob job) {
    return switch (job.state()) {
      case RUNNING -> doing(job);
      case DONE, UNDONE -> t("exchange.run.done");
      case CANCELLED -> t("exchange.run.cancelled");
      case FAILED, INTERRUPTED ->
          ImportWords.ofUi().failure(job.errorCode().orElse("exchange.failed.unexpected"))
              + " "
              + t("exchange.run.nothing_changed");
    };
  }
}

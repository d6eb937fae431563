package eu.rempart.bulk.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import eu.rempart.bulk.BulkJob;
import eu.rempart.bulk.BulkState;
import java.util.function.Consumer;

/** How far a bulk change is. It goes on when nobody looks. */
final class JobDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private final transient BulkJob job;
  private final transient Consumer<BulkJob> ended;
  private final ProgressBar bar = new ProgressBar();
  private final Paragraph words = new Paragraph();
  private final Button cancel = new Button(t("bulk.cancel"));
  private transient Runnable stop = () -> {};
  private boolean done;

  /**
   * Watches a job.
   *
   * @param counted whether it is known how far it is, and it can be cancelled
   * @param ended called once, in the UI's thread
   */
  JobDialog(String title, BulkJob job, boolean counted, Consumer<BulkJob> ended) {
    this.job = job;
    this.ended = ended;
    addClassName("bulk-job");
    setHeaderTitle(title);
    setCloseOnOutsideClick(false);
    setCloseOnEsc(false);
    bar.setIndeterminate(!counted);
    bar.getElement().setAttribute("aria-label", title);
    words.getElement().setAttribute("role", "status");
    cancel.addClickListener(
        _ -> {
          job.cancel();
          cancel.setEnabled(false);
        });
    cancel.setVisible(counted);
    add(bar, words);
    getFooter().add(cancel);
  }

  @Override
  protected void onAttach(AttachEvent event) {
    super.onAttach(event);
    UI ui = event.getUI();
    stop = job.onNews(() -> tell(ui));
    show();
  }

  @Override
  protected void onDetach(DetachEvent event) {
    stop.run();
    super.onDetach(event);
  }

  private void tell(UI ui) {
    try {
      var _ = ui.access(this::show);
    } catch (UIDetachedException e) {
      // closed in this moment: nobody to tell
    }
  }

  private void show() {
    if (done) {
      return;
    }
    bar.setValue(job.progress());
    words.setText(job.done() == 0 ? t("bulk.waiting") : t("bulk.running", job.done()));
    if (job.state() != BulkState.RUNNING) {
      done = true;
      close();
      ended.accept(job);
    }
  }
}

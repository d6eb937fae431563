package eu.rempart.privacy.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import eu.rempart.privacy.ErasureJob;
import java.util.function.Consumer;

/** How far an erasure is. It goes on when nobody looks, and can't be stopped. */
final class ErasingDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private final transient ErasureJob job;
  private final transient Consumer<ErasureJob> ended;
  private final ProgressBar bar = new ProgressBar();
  private final Paragraph words = new Paragraph();
  private transient Runnable stop = () -> {};
  private boolean done;

  /**
   * Watches a job.
   *
   * @param ended called once, in the UI's thread
   */
  ErasingDialog(ErasureJob job, Consumer<ErasureJob> ended) {
    this.job = job;
    this.ended = ended;
    setHeaderTitle(t("privacy.erasing"));
    setWidth("28rem");
    setMaxWidth("100vw");
    setCloseOnOutsideClick(false);
    setCloseOnEsc(false);
    bar.getElement().setAttribute("aria-label", t("privacy.erasing"));
    words.getElement().setAttribute("role", "status");
    add(bar, words);
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
    boolean counting = job.prepared() < job.total();
    bar.setIndeterminate(!counting);
    bar.setValue(counting ? (double) job.prepared() / job.total() : 0);
    words.setText(
        counting
            ? t("privacy.erasing.counting", job.prepared(), job.total())
            : t("privacy.erasing.now"));
    if (job.state() != ErasureJob.State.RUNNING) {
      done = true;
      close();
      ended.accept(job);
    }
  }
}

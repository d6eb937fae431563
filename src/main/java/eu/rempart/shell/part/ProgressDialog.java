package eu.rempart.shell.part;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;

/** How far something is that goes on when nobody looks. It closes by itself, once that ended. */
public final class ProgressDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  /**
   * How far it is.
   *
   * @param share from 0 to 1; empty where that isn't known
   */
  public record Progress(OptionalDouble share, String words, boolean ended) {}

  private final transient Function<Runnable, Runnable> news;
  private final transient Supplier<Progress> look;
  private final transient Runnable end;
  private final ProgressBar bar = new ProgressBar();
  private final Paragraph words = new Paragraph();
  private transient Runnable stop = () -> {};
  private boolean done;

  /**
   * Watches something.
   *
   * @param news calls what it is given at news, from any thread, until what it returns is called
   * @param end called once, in the UI's thread, after the dialog closed
   */
  public ProgressDialog(
      String title, Function<Runnable, Runnable> news, Supplier<Progress> look, Runnable end) {
    this.news = news;
    this.look = look;
    this.end = end;
    setHeaderTitle(title);
    setCloseOnOutsideClick(false);
    setCloseOnEsc(false);
    bar.getElement().setAttribute("aria-label", title);
    words.getElement().setAttribute("role", "status");
    add(bar, words);
  }

  @Override
  protected void onAttach(AttachEvent event) {
    super.onAttach(event);
    UI ui = event.getUI();
    stop = news.apply(() -> tell(ui));
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
    Progress now = look.get();
    bar.setIndeterminate(now.share().isEmpty());
    bar.setValue(now.share().orElse(0));
    words.setText(now.words());
    if (now.ended()) {
      done = true;
      close();
      end.run();
    }
  }
}

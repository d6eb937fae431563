package eu.rempart.shell.part;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.router.BeforeLeaveEvent.ContinueNavigationAction;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.shared.Registration;
import org.jspecify.annotations.Nullable;

/**
 * A panel at the side, on a phone the whole page, in which a record is edited. Whoever closes it,
 * leaves the page or the browser tab with unsaved changes is asked first.
 */
public final class RecordPanel extends Dialog {

  private static final long serialVersionUID = 1L;

  /** Only the browser can hold a tab that is being closed. */
  private static final String HOLD_TAB =
      """
      const panel = this;
      const hold = event => { if (panel.dataset.unsaved === 'true') event.preventDefault(); };
      window.addEventListener('beforeunload', hold);
      panel.addEventListener('opened-changed', event => {
        if (!event.detail.value) window.removeEventListener('beforeunload', hold);
      });
      """;

  private final Button save;
  private boolean unsaved;
  private Runnable ended = () -> {};
  private @Nullable Registration leaving;

  /**
   * A closed panel.
   *
   * @param saveText names what saving does, such as "Save contact"
   * @param saving called by the button; closes the panel itself when it is done
   */
  public RecordPanel(String title, Component content, String saveText, Runnable saving) {
    addClassName("record-panel");
    setHeaderTitle(title);
    setCloseOnOutsideClick(false);
    save =
        new Button(
            saveText,
            _ -> {
              Notices.forgetErrors();
              if (TypedText.isAllRead(content)) {
                saving.run();
              }
            });
    save.addThemeVariants(ButtonVariant.PRIMARY);
    save.setDisableOnClick(true);
    save.addClickListener(_ -> save.setEnabled(true));
    add(content);
    getFooter().add(new Button(t("shell.cancel"), _ -> leave()), save);
    addDialogCloseActionListener(_ -> leave());
  }

  /** A second click on what opens it, before it is there, opens no second one. */
  @Override
  public void open() {
    UI ui = UI.getCurrent();
    RecordPanel latest = ComponentUtil.getData(ui, RecordPanel.class);
    if (latest != null
        && latest != this
        && latest.isOpened()
        && latest.getHeaderTitle().equals(getHeaderTitle())) {
      return;
    }
    ComponentUtil.setData(ui, RecordPanel.class, this);
    super.open();
  }

  /** Whether something was typed that is not saved. */
  public void setUnsaved(boolean unsaved) {
    this.unsaved = unsaved;
    getElement().executeJs("this.dataset.unsaved = $0", unsaved);
  }

  /** Shows a notice above what is filled in. */
  public void addNotice(Component notice) {
    addComponentAsFirst(notice);
  }

  /** Calls back when what was typed is saved or given up; not when the lock takes the screen. */
  public void onEnd(Runnable listener) {
    ended = listener;
  }

  /** Closes without a question: it is saved, or given up. */
  public void done() {
    unsaved = false;
    close();
    Notices.forgetErrors();
    ended.run();
  }

  private void leave() {
    if (unsaved) {
      Confirmation.askLeave(this::done);
    } else {
      close();
    }
  }

  @Override
  protected void onAttach(AttachEvent event) {
    super.onAttach(event);
    getElement().executeJs(HOLD_TAB);
    leaving =
        event
            .getUI()
            .addBeforeLeaveListener(
                leave -> {
                  if (unsaved && leave.getTrigger() == NavigationTrigger.HISTORY) {
                    leave.postpone();
                    askBack(leave.getUI(), leave.getLocation());
                  } else if (unsaved) {
                    ask(leave.postpone());
                  } else {
                    close();
                  }
                });
  }

  /**
   * The browser shows the other page's address already: this page's is put back while the question
   * is open, and whoever leaves goes there anew.
   */
  private void askBack(UI ui, Location there) {
    ui.getPage().getHistory().pushState(null, ui.getActiveViewLocation());
    Confirmation.askLeave(
        () -> {
          done();
          ui.navigate(there.getPath(), there.getQueryParameters());
        });
  }

  private void ask(ContinueNavigationAction onwards) {
    Confirmation.askLeave(
        () -> {
          done();
          onwards.proceed();
        });
  }

  @Override
  protected void onDetach(DetachEvent event) {
    if (leaving != null) {
      leaving.remove();
    }
    super.onDetach(event);
  }
}

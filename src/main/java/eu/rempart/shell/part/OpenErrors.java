package eu.rempart.shell.part;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The errors that one browser tab shows. What is said again takes the place of what was said
 * before; all go with the page that they were about.
 */
final class OpenErrors implements Serializable {

  private static final long serialVersionUID = 1L;

  private final List<Shown> all = new ArrayList<>();

  /** An error, and the page where it was shown. */
  private static final class Shown implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Notification notice;
    private final String text;
    private final String path;

    /** Whether the browser has it; else it goes along to the page that is opened in its wake. */
    private boolean sent;

    Shown(Notification notice, String text, String path) {
      this.notice = notice;
      this.text = text;
      this.path = path;
    }
  }

  private OpenErrors(UI ui) {
    ui.addAfterNavigationListener(event -> leave(event.getLocation().getPath()));
  }

  static OpenErrors of(UI ui) {
    OpenErrors known = ComponentUtil.getData(ui, OpenErrors.class);
    if (known == null) {
      known = new OpenErrors(ui);
      ComponentUtil.setData(ui, OpenErrors.class, known);
    }
    return known;
  }

  /** Remembers an error that is about to be shown in this UI, in place of the same one before. */
  void add(Notification notice, String text, UI ui) {
    close(all.stream().filter(each -> each.text.equals(text)).toList());
    var shown = new Shown(notice, text, ui.getActiveViewLocation().getPath());
    ui.beforeClientResponse(ui, _ -> shown.sent = true);
    all.add(shown);
    notice.addOpenedChangeListener(
        change -> {
          if (!change.isOpened()) {
            all.remove(shown);
          }
        });
  }

  private void leave(String path) {
    close(all.stream().filter(each -> each.sent && !each.path.equals(path)).toList());
  }

  /** Closes those that people have seen; what went wrong just now is still to be read. */
  void close() {
    close(all.stream().filter(each -> each.sent).toList());
  }

  private void close(List<Shown> gone) {
    all.removeAll(gone);
    gone.forEach(each -> each.notice.close());
  }
}

package eu.rempart.account.ui.door;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.VaadinSession;
import eu.rempart.account.InvitedService;
import eu.rempart.account.ui.KeyWords;
import eu.rempart.shell.part.Live;
import eu.rempart.shell.text.Formats;
import eu.rempart.vault.answer.Entrance;
import eu.rempart.vault.joining.WaitingHandle;
import java.time.Duration;
import java.util.Optional;

/**
 * What somebody reads who waits to be let in. Loads the page anew once there is something else to
 * say: only a request of the browser's own can sign it in.
 */
final class WaitingStep extends Div {

  private static final long serialVersionUID = 1L;
  private static final Duration NEWS = Duration.ofSeconds(2);
  private static final String KEPT = WaitingHandle.class.getName();

  WaitingStep(InvitedService service, WaitingHandle handle, Entrance.Waiting waiting) {
    addClassName("doorway-form");
    var until = new Paragraph(t("account.wait.until", Formats.dateTime(waiting.until())));
    until.addClassName("doorway-sentence");
    var compare = new Paragraph(t("account.words.sentence"));
    compare.addClassName("doorway-sentence");
    var status = new Paragraph(t("account.wait.status"));
    status.addClassNames("doorway-notice", "doorway-hint");
    status.getElement().setAttribute("role", "status");
    add(status, new KeyWords(waiting.words()), compare, until);
    Live.every(
        this,
        NEWS,
        () -> {
          if (!(service.look(handle) instanceof Entrance.Waiting)) {
            UI.getCurrent().getPage().setLocation("/invitation");
          }
        });
  }

  /** Whoever waits in this browser. */
  static Optional<WaitingHandle> kept() {
    return Optional.ofNullable(
        (WaitingHandle) VaadinSession.getCurrent().getSession().getAttribute(KEPT));
  }

  /** Survives that the page is loaded anew. */
  static void keep(WaitingHandle handle) {
    VaadinSession.getCurrent().getSession().setAttribute(KEPT, handle);
  }

  static void forget() {
    VaadinSession.getCurrent().getSession().removeAttribute(KEPT);
  }
}

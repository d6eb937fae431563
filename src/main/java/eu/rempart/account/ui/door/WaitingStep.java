package eu.rempart.account.ui.door;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.VaadinSession;
import eu.rempart.account.InvitedService;
import eu.rempart.account.signin.LetInFilter;
import eu.rempart.account.ui.KeyWords;
import eu.rempart.shell.part.Live;
import eu.rempart.shell.text.Formats;
import eu.rempart.vault.answer.Entrance;
import eu.rempart.vault.joining.WaitingHandle;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What somebody reads who waits to be let in. Loads the page anew once they are: only a request of
 * the browser's own can sign it in.
 */
final class WaitingStep extends Div {

  private static final long serialVersionUID = 1L;
  private static final Duration NEWS = Duration.ofSeconds(2);

  private final transient InvitedService service;
  private final WaitingHandle handle;
  private final transient Consumer<String> ended;

  /**
   * @param ended told why, where nobody waits any more and is not let in
   */
  WaitingStep(
      InvitedService service,
      WaitingHandle handle,
      Entrance.Waiting waiting,
      Consumer<String> ended) {
    addClassName("doorway-form");
    var until = new Paragraph(t("account.wait.until", Formats.dateTime(waiting.until())));
    until.addClassName("doorway-sentence");
    var compare = new Paragraph(t("account.words.sentence"));
    compare.addClassName("doorway-sentence");
    var status = new Paragraph(t("account.wait.status"));
    status.addClassNames("doorway-notice", "doorway-hint");
    status.getElement().setAttribute("role", "status");
    add(status, new KeyWords(waiting.words()), compare, until);
    this.service = service;
    this.handle = handle;
    this.ended = ended;
    Live.every(this, NEWS, this::look);
  }

  void look() {
    switch (service.look(handle)) {
      case Entrance.Waiting _ -> {}
      case Entrance.Ready _, Entrance.Entered _ ->
          UI.getCurrent().getPage().setLocation("/invitation");
      case Entrance.Expired _ -> ended.accept(t("account.wait.expired"));
      case Entrance.Refused _ -> ended.accept(t("account.wait.refused"));
      case Entrance.Forgotten _ -> ended.accept(t("account.wait.forgotten"));
    }
  }

  /** Whoever waits in this browser. */
  static Optional<WaitingHandle> kept() {
    return Optional.ofNullable(
        (WaitingHandle) VaadinSession.getCurrent().getSession().getAttribute(LetInFilter.WAITING));
  }

  /** Survives that the page is loaded anew. */
  static void keep(WaitingHandle handle) {
    VaadinSession.getCurrent().getSession().setAttribute(LetInFilter.WAITING, handle);
  }

  static void forget() {
    VaadinSession.getCurrent().getSession().removeAttribute(LetInFilter.WAITING);
  }
}

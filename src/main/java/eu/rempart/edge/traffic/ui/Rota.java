package eu.rempart.edge.traffic.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Duration;
import java.util.List;

/**
 * Shows its parts one after the other, without anybody touching it. It stays where it is while a
 * pointer moves or after a key, and goes on by itself; it says so when nothing came from the server
 * for too long.
 */
@Tag("rempart-rota")
@JsModule("./components/rempart-rota.ts")
final class Rota extends HtmlContainer {

  private static final long serialVersionUID = 1L;

  /** How long each part is shown. */
  static final Duration SHOWN = Duration.ofSeconds(15);

  /** What is told every five seconds may be this late. */
  private static final Duration SILENCE = Duration.ofSeconds(20);

  private int contact;

  Rota(List<? extends Component> parts) {
    getElement().setProperty("seconds", (int) SHOWN.toSeconds());
    getElement().setProperty("silence", (int) SILENCE.toSeconds());
    getElement().setProperty("previousWord", t("edge.wall.previous"));
    getElement().setProperty("nextWord", t("edge.wall.next"));
    getElement().setProperty("holdWord", t("edge.wall.hold"));
    getElement().setProperty("goWord", t("edge.wall.go"));
    getElement().setProperty("fullWord", t("edge.wall.full"));
    getElement().setProperty("heldWord", t("edge.wall.held"));
    getElement().setProperty("movingWord", t("edge.wall.moving"));
    getElement().setProperty("lostWord", t("edge.wall.lost"));
    parts.forEach(this::add);
    tell();
  }

  /** The server is there. */
  void tell() {
    contact++;
    getElement().setProperty("contact", contact);
  }
}

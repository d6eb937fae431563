package eu.rempart.account.ui.door;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** The frame of the pages before sign-in: our mark, one card, and the choice of language. */
@StyleSheet("styles/doorway.css")
abstract class Doorway extends Main {

  private static final long serialVersionUID = 1L;

  private final Div card = new Div();

  Doorway() {
    addClassName("doorway");
    card.addClassName("doorway-card");
    add(brand(), card, new Footer(new LanguageSwitch()));
  }

  /** Puts a step on the card, in the place of what was there. */
  final void show(String title, String sentence, Component... parts) {
    card.removeAll();
    card.add(new H1(title));
    if (!sentence.isEmpty()) {
      var words = new Paragraph(sentence);
      words.addClassName("doorway-sentence");
      card.add(words);
    }
    card.add(parts);
  }

  /** A message above everything else on the card; an alert is spoken at once. */
  final void notice(String text, boolean alert) {
    var notice = new Paragraph(text);
    notice.addClassNames("doorway-notice", alert ? "doorway-alert" : "doorway-hint");
    notice.getElement().setAttribute("role", alert ? "alert" : "status");
    card.getChildren()
        .filter(child -> child.hasClassName("doorway-notice"))
        .toList()
        .forEach(card::remove);
    card.addComponentAtIndex(Math.min(1, (int) card.getChildren().count()), notice);
  }

  /** Takes back what was said and told; what people type into stays as it is. */
  final void hush() {
    card.getChildren()
        .filter(child -> child.hasClassName("doorway-notice") || child.hasClassName("doorway-told"))
        .toList()
        .forEach(card::remove);
  }

  /** Something else to know, below the heading. */
  final void tell(Component words) {
    words.addClassName("doorway-told");
    card.addComponentAtIndex(Math.min(2, (int) card.getChildren().count()), words);
  }

  /** Changes the message once somebody has waited so long: nobody has to count the seconds. */
  final void waitIsOver(int seconds) {
    card.getChildren()
        .filter(child -> child.hasClassName("doorway-notice"))
        .forEach(
            notice ->
                notice
                    .getElement()
                    .executeJs(
                        "setTimeout(() => { this.textContent = $1;"
                            + " this.classList.replace('doorway-alert', 'doorway-hint'); }, $0)",
                        1000 * seconds,
                        t("account.signin.waited")));
  }

  private static Div brand() {
    var mark = new Span();
    mark.addClassName("brand-mark");
    mark.getElement().setAttribute("aria-hidden", "true");
    var brand = new Div(mark, new Span("Rempart"));
    brand.addClassNames("brand", "doorway-brand");
    var claim = new Paragraph(t("account.doorway.claim"));
    claim.addClassName("doorway-claim");
    var side = new Div(brand, claim);
    side.addClassName("doorway-side");
    return side;
  }
}

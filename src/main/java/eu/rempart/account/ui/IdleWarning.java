package eu.rempart.account.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import eu.rempart.account.session.IdleListener;

/**
 * Warns, above everything that is open, before the idle lock takes what was typed and not saved.
 * Plain elements: a component that told the server of its own opening would count as the person
 * being there, and so would a field that lost the focus to it. Whatever the person does closes it,
 * since every request says that they are back.
 */
@StyleSheet("styles/idle-warning.css")
final class IdleWarning extends Div implements IdleListener {

  private static final long serialVersionUID = 1L;

  private final transient UI ui;

  IdleWarning(UI ui) {
    this.ui = ui;
    addClassName("idle-warning");
    getElement().setAttribute("role", "alert");
    getElement().setAttribute("popover", "manual");
    var stay = new NativeButton(t("account.idle.stay"), _ -> {});
    stay.addClassName("idle-warning-stay");
    add(new H2(t("account.idle.title")), new Paragraph(t("account.idle.sentence")), stay);
  }

  @Override
  public void soonLocked() {
    var _ =
        ui.access(
            () -> {
              ui.add(this);
              getElement().executeJs("this.showPopover()");
            });
  }

  @Override
  public void awake() {
    var _ = ui.access(this::removeFromParent);
  }
}

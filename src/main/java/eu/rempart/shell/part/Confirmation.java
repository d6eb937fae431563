package eu.rempart.shell.part;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A question before something is done. Its button names the action; it never says OK. A dialog of
 * our own, since Vaadin's confirm dialog puts a second page header and footer among the landmarks.
 */
public final class Confirmation extends Dialog {

  private static final long serialVersionUID = 1L;
  private static final String SENTENCE = "confirmation-sentence";

  private final Div sentence = new Div();

  private Confirmation(
      String title,
      String cancel,
      String action,
      boolean danger,
      @Nullable Focusable<?> first,
      BooleanSupplier ready,
      Runnable run) {
    setRole("alertdialog");
    setHeaderTitle(title);
    setCloseOnOutsideClick(false);
    setMaxWidth("min(30rem, calc(100vw - 2rem))"); // its buttons wrap on a phone
    sentence.setId(SENTENCE);
    getElement().setAttribute("aria-describedby", SENTENCE);
    add(sentence);
    var yes =
        new Button(
            action,
            _ -> {
              if (TypedText.isAllRead(this) && ready.getAsBoolean()) {
                close();
                run.run();
              }
            });
    yes.addThemeVariants(ButtonVariant.PRIMARY);
    if (danger) {
      yes.addThemeVariants(ButtonVariant.ERROR);
    }
    var no = new Button(cancel, _ -> close());
    if (first == null) {
      (danger ? no : yes).setAutofocus(true); // Enter destroys nothing by accident
    } else {
      addOpenedChangeListener(opened -> focus(first, opened.isOpened()));
    }
    getFooter().add(no, yes);
  }

  private static void focus(Focusable<?> first, boolean opened) {
    if (opened) {
      first.focus();
    }
  }

  /** What people fill in first; null where there is nothing to fill in. */
  private static @Nullable Focusable<?> firstIn(Component details) {
    if (details instanceof Focusable<?> field && details instanceof HasValue) {
      return field;
    }
    return details
        .getChildren()
        .<Focusable<?>>mapMulti(
            (child, found) -> {
              Focusable<?> inside = firstIn(child);
              if (inside != null) {
                found.accept(inside);
              }
            })
        .findFirst()
        .orElse(null);
  }

  /**
   * Asks before an ordinary step.
   *
   * @param title the question
   * @param sentence what will happen
   * @param action text of the button that does it
   * @param run called when the button is pressed
   */
  public static void ask(String title, String sentence, String action, Runnable run) {
    ask(title, new Span(sentence), action, run);
  }

  /** Asks with more than a sentence. */
  public static void ask(String title, Component details, String action, Runnable run) {
    ask(title, details, action, () -> true, run);
  }

  /**
   * Asks with more than a sentence.
   *
   * @param ready whether what is filled in can be done; the question stays open where it can't
   */
  public static void ask(
      String title, Component details, String action, BooleanSupplier ready, Runnable run) {
    new Confirmation(title, t("shell.cancel"), action, false, firstIn(details), ready, run)
        .openWith(details);
  }

  /** Asks before something that can't be taken back, or that takes records from the lists. */
  public static void askDanger(String title, String sentence, String action, Runnable run) {
    new Confirmation(title, t("shell.cancel"), action, true, null, () -> true, run)
        .openWith(new Span(sentence));
  }

  /** Asks before what was typed and not saved is given up. */
  public static void askLeave(Runnable leave) {
    new Confirmation(
            t("shell.unsaved.title"),
            t("shell.unsaved.stay"),
            t("shell.unsaved.leave"),
            true,
            null,
            () -> true,
            leave)
        .openWith(new Span(t("shell.unsaved.sentence")));
  }

  /**
   * The same, where there is something to give up; else goes at once.
   *
   * @param typed whether something was typed
   */
  public static void askLeave(boolean typed, Runnable leave) {
    if (typed) {
      askLeave(leave);
    } else {
      leave.run();
    }
  }

  private void openWith(Component details) {
    sentence.add(details);
    open();
  }
}

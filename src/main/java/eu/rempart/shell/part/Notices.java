package eu.rempart.shell.part;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.io.Serializable;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Short messages at the edge of the screen. Successes leave by themselves, later when there is
 * something to undo, and make room for the next one of their sort: "Undo" is always about the last
 * thing that can be undone. Errors stay until they are closed, or what they were about is left or
 * tried again. Screen readers speak all of them.
 */
public final class Notices {

  private static final Duration BRIEF = Duration.ofSeconds(4);
  private static final Duration UNDOABLE = Duration.ofSeconds(10);

  /** The last success that a page told. */
  private record Told(Notification notice) implements Serializable {}

  /** The last success that a page offers to undo. */
  private record Undoable(Notification notice) implements Serializable {}

  private Notices() {}

  /** Says that something worked. */
  public static Notification success(String text) {
    UI page = UI.getCurrentOrThrow();
    close(ComponentUtil.getData(page, Told.class), Told::notice);
    Notification notice = show("success", Glyph.CHECK, BRIEF, false, new Span(text));
    ComponentUtil.setData(page, Told.class, new Told(notice));
    return notice;
  }

  /** Says that something worked, and offers to take it back for ten seconds. */
  public static Notification success(String text, Runnable undo) {
    UI page = UI.getCurrentOrThrow();
    close(ComponentUtil.getData(page, Told.class), Told::notice);
    close(ComponentUtil.getData(page, Undoable.class), Undoable::notice);
    var notice = new Notification();
    ComponentUtil.setData(page, Undoable.class, new Undoable(notice));
    var button = new Button(t("shell.notice.undo"), Glyph.UNDO.create());
    button.addThemeVariants(ButtonVariant.TERTIARY);
    button.addClickListener(
        _ -> {
          notice.close();
          undo.run();
        });
    return show(notice, "success", Glyph.CHECK, UNDOABLE, false, new Span(text), button);
  }

  private static <T> void close(@Nullable T told, Function<T, Notification> notice) {
    if (told != null) {
      notice.apply(told).close();
    }
  }

  /** Says something worth knowing that calls for no action. */
  public static Notification info(String text) {
    return show("info", Glyph.ALERT, UNDOABLE, false, new Span(text));
  }

  /** Says that something is due, with a way there; stays until it is closed or followed. */
  public static Notification remind(String text, String action, Runnable run) {
    var notice = new Notification();
    var button = new Button(action);
    button.addThemeVariants(ButtonVariant.TERTIARY);
    button.addClickListener(
        _ -> {
          notice.close();
          run.run();
        });
    return show(notice, "info", Glyph.CALENDAR, Duration.ZERO, true, new Span(text), button);
  }

  /** Says what went wrong and what to do now; stays until it is closed, or the page is left. */
  public static Notification error(String text) {
    return error(text, new Span(text));
  }

  /** Says what went wrong, with the short code that stands in the log too. */
  public static Notification error(String text, String code) {
    var shown = new Span(t("shell.error.code", code));
    shown.addClassName("notice-code");
    return error(text, new Span(text), shown);
  }

  private static Notification error(String text, Component... parts) {
    var notice = new Notification();
    UI ui = UI.getCurrent();
    OpenErrors.of(ui).add(notice, text, ui);
    return show(notice, "error", Glyph.ALERT, Duration.ZERO, true, parts);
  }

  /** Takes away the errors that are shown: what they complained of is tried anew, or done. */
  public static void forgetErrors() {
    OpenErrors.of(UI.getCurrent()).close();
  }

  private static Notification show(
      String kind, Glyph glyph, Duration lasting, boolean assertive, Component... parts) {
    return show(new Notification(), kind, glyph, lasting, assertive, parts);
  }

  private static Notification show(
      Notification notice,
      String kind,
      Glyph glyph,
      Duration lasting,
      boolean assertive,
      Component... parts) {
    var words = new Div(parts);
    words.addClassName("notice-words");
    var close = new Button(Glyph.CLOSE.create(), _ -> notice.close());
    close.addThemeVariants(ButtonVariant.TERTIARY);
    close.setAriaLabel(t("shell.close"));
    var row = new Div(glyph.create(), words, close);
    row.addClassNames("notice", "notice-" + kind);
    notice.add(row);
    notice.addClassName("notice-card");
    notice.setPosition(Notification.Position.BOTTOM_END);
    notice.setDuration((int) lasting.toMillis());
    notice.setAssertive(assertive);
    notice.open();
    return notice;
  }
}

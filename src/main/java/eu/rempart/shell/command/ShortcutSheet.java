package eu.rempart.shell.command;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.page.WebStorage;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** All keys that do something, and a switch for those who want none of them. */
public final class ShortcutSheet extends Dialog {

  private static final long serialVersionUID = 1L;

  /** Opens it. */
  static final String KEYS = "?";

  public ShortcutSheet(Commands commands) {
    addClassName("shortcut-sheet");
    setHeaderTitle(t("shell.keys.title"));
    var everywhere = list();
    line(everywhere, t("shell.keys.search"), "/");
    line(everywhere, t("shell.keys.palette"), "Ctrl", "K");
    line(everywhere, t("shell.keys.edit"), "E");
    line(everywhere, t("shell.keys.submit"), "Ctrl", "Enter");
    line(everywhere, t("shell.keys.sheet"), KEYS);
    var groups =
        new Div(
            section(t("shell.keys.everywhere"), everywhere),
            section(t("shell.keys.go"), commands.of(Command.Group.GO)),
            section(t("shell.keys.create"), commands.of(Command.Group.CREATE)),
            section(t("shell.keys.calendar"), calendar()));
    groups.addClassName("shortcut-groups");
    add(groups, single());
    getFooter().add(new Button(t("shell.close"), _ -> close()));
  }

  /** What moves the entry of a calendar that is in focus. */
  private static DescriptionList calendar() {
    var list = list();
    line(list, t("shell.keys.calendar.time"), "Alt", "↑ ↓");
    line(list, t("shell.keys.calendar.day"), "Alt", "← →");
    line(list, t("shell.keys.calendar.length"), "Alt", "Shift", "↑ ↓");
    return list;
  }

  private static Checkbox single() {
    var single = new Checkbox(t("shell.keys.single"), true);
    WebStorage.getItem(Shortcuts.OFF, stored -> single.setValue(isOn(stored)));
    single.addValueChangeListener(
        change -> {
          if (!change.isFromClient()) {
            return;
          }
          if (change.getValue()) {
            WebStorage.removeItem(Shortcuts.OFF);
          } else {
            WebStorage.setItem(Shortcuts.OFF, "off");
          }
        });
    return single;
  }

  private static boolean isOn(@Nullable String stored) {
    return stored == null || stored.isEmpty();
  }

  private static Component section(String title, List<Command> commands) {
    var list = list();
    commands.stream()
        .filter(command -> !command.keys().isEmpty())
        .forEach(
            command ->
                line(
                    list,
                    t(command.labelKey()),
                    command.keys().toUpperCase(Locale.ROOT).split(" ", -1)));
    return section(title, list);
  }

  private static Section section(String title, DescriptionList list) {
    var section = new Section(new H2(title), list);
    section.setVisible(list.getChildren().findAny().isPresent());
    return section;
  }

  private static DescriptionList list() {
    var list = new DescriptionList();
    list.addClassName("shortcuts");
    return list;
  }

  private static void line(DescriptionList list, String what, String... keys) {
    var pressed = new DescriptionList.Description();
    for (String key : keys) {
      var cap = new Span(key);
      cap.addClassName("key-cap");
      pressed.add(cap);
    }
    list.add(new DescriptionList.Term(what), pressed);
  }
}

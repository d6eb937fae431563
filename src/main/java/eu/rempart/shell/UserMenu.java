package eu.rempart.shell;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.server.VaadinSession;
import eu.rempart.shell.command.Commands;
import eu.rempart.shell.command.ShortcutSheet;
import eu.rempart.shell.part.Avatar;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.text.Texts;
import java.util.Locale;

/** Who is signed in, and what concerns only them: language, colours, profile, lock, sign-out. */
class UserMenu extends Div {

  private static final long serialVersionUID = 1L;

  UserMenu(SignedIn session, Person person, Commands commands) {
    addClassName("user-menu");
    var button = new NativeButton();
    button.addClassName("user-menu-button");
    var label = new Span(t("shell.user.menu", person.name()));
    label.addClassName("visually-hidden");
    button.add(label, new Avatar(person.name(), Avatar.Shape.PERSON), Glyph.CHEVRON_DOWN.create());
    var popover = new Popover();
    popover.addClassName("user-menu-popover");
    popover.setTarget(button);
    popover.setPosition(PopoverPosition.BOTTOM_END);
    popover.setAriaLabel(t("shell.user.menu", person.name()));
    popover.add(
        whoami(person), schemes(session), languages(session), actions(session, commands, popover));
    add(button, popover);
  }

  private static Div whoami(Person person) {
    var name = new Span(person.name());
    name.addClassName("user-menu-name");
    var email = new Span(person.email());
    email.addClassName("user-menu-email");
    var words = new Div(name, email);
    var row = new Div(new Avatar(person.name(), Avatar.Shape.PERSON), words);
    row.addClassName("user-menu-who");
    return row;
  }

  private static Component schemes(SignedIn session) {
    var choice = new RadioButtonGroup<Scheme>(t("shell.scheme"));
    choice.addClassName("segments");
    choice.setItems(Scheme.values());
    choice.setItemLabelGenerator(Scheme::label);
    choice.setValue(session.scheme());
    choice.addValueChangeListener(
        change -> {
          session.chooseScheme(change.getValue());
          change.getValue().apply(UI.getCurrent());
        });
    return choice;
  }

  private static Component languages(SignedIn session) {
    var choice = new RadioButtonGroup<Locale>(t("shell.language"));
    choice.addClassName("segments");
    choice.setItems(Locale.ENGLISH, Locale.FRENCH);
    choice.setItemLabelGenerator(language -> capitalised(language.getDisplayLanguage(language)));
    choice.setValue(Locale.of(Texts.locale().getLanguage()));
    choice.addValueChangeListener(
        change -> {
          session.chooseLanguage(change.getValue());
          VaadinSession.getCurrent().setLocale(change.getValue());
          UI.getCurrent().getPage().reload();
        });
    return choice;
  }

  private static Div actions(SignedIn session, Commands commands, Popover popover) {
    NativeButton keys =
        action(
            Glyph.KEYBOARD,
            t("shell.keys.title"),
            () -> {
              popover.close();
              new ShortcutSheet(commands).open();
            });
    keys.addClassName("user-menu-keys");
    var actions =
        new Div(
            way(Glyph.USER, t("shell.user.profile"), session.profileRoute(), popover),
            way(Glyph.KEY, t("shell.user.sessions"), session.sessionsRoute(), popover),
            keys,
            action(Glyph.LOCK, t("shell.user.lock"), session::lockNow),
            action(Glyph.SIGN_OUT, t("shell.user.signout"), session::signOut));
    actions.addClassName("user-menu-actions");
    return actions;
  }

  /** The menu goes once somebody follows it: it would lie over the page. */
  private static Anchor way(Glyph glyph, String text, String route, Popover popover) {
    var link = new Anchor(route);
    link.getElement().setAttribute("router-link", true);
    link.add(glyph.create(), new Span(text));
    link.getElement().addEventListener("click", _ -> popover.close());
    return link;
  }

  private static NativeButton action(Glyph glyph, String text, Runnable run) {
    var button = new NativeButton("", _ -> run.run());
    button.add(glyph.create(), new Span(text));
    return button;
  }

  private static String capitalised(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}

package eu.rempart.contact.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import eu.rempart.contact.Link;
import eu.rempart.shell.part.Avatar;
import eu.rempart.shell.part.Glyph;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Links between people and companies, as lines that lead to the other end. */
final class LinkLines {

  private LinkLines() {}

  static UnorderedList of(
      List<Link> links,
      Function<Link, String> name,
      Function<Link, String> route,
      Function<Link, Avatar> avatar,
      LinkEditor editor,
      Runnable changed) {
    var list = new UnorderedList();
    list.addClassName("link-lines");
    for (Link link : links) {
      list.add(
          line(link, name.apply(link), route.apply(link), avatar.apply(link), editor, changed));
    }
    return list;
  }

  private static ListItem line(
      Link link, String name, String route, Avatar avatar, LinkEditor editor, Runnable changed) {
    var title = new Anchor(route, name);
    title.getElement().setAttribute("router-link", true);
    var role = link.data().role();
    var what =
        new Span(
            Stream.of(link.data().jobTitle(), role == null ? null : ContactTexts.role(role))
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining(" · ")));
    what.addClassName("link-what");
    var words = new Div(title, what);
    words.addClassName("link-words");
    var item = new ListItem(avatar, words);
    item.setClassName("former", !link.data().current());
    if (!link.data().current()) {
      words.add(badge(t("contact.link.former")));
    } else if (link.data().main()) {
      words.add(badge(t("contact.link.main")));
    }
    if (editor.allowed()) {
      item.add(
          button(Glyph.EDIT, t("contact.link.edit", name), () -> editor.edit(link, name, changed)),
          button(
              Glyph.CLOSE,
              t("contact.link.remove", name),
              () -> editor.remove(link, name, changed)));
    }
    return item;
  }

  private static Span badge(String text) {
    var badge = new Span(text);
    badge.addClassName("badge");
    return badge;
  }

  private static Button button(Glyph glyph, String label, Runnable run) {
    var button = new Button(glyph.create(), _ -> run.run());
    button.addThemeVariants(ButtonVariant.TERTIARY);
    button.setAriaLabel(label);
    button.setTooltipText(label);
    return button;
  }
}

package eu.rempart.shell;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.shared.Registration;
import eu.rempart.shell.GlobalSearch.Hit;
import eu.rempart.shell.part.Glyph;
import org.jspecify.annotations.Nullable;

/** The member's favourite records in the navigation; nothing where there are none. */
class BookmarkList extends Div {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 7;

  private final transient Bookmarks bookmarks;
  private final UnorderedList list = new UnorderedList();
  private @Nullable Registration listening;

  BookmarkList(Bookmarks bookmarks) {
    this.bookmarks = bookmarks;
    addClassName("shell-bookmarks");
    var heading = new Span(t("shell.favourites"));
    heading.addClassName("shell-nav-heading");
    heading.setId("shell-nav-favourites");
    list.addClassName("shell-nav-group");
    list.getElement().setAttribute("aria-labelledby", "shell-nav-favourites");
    add(heading, list);
    setVisible(false);
  }

  /**
   * Reads them: their names change, and they come and go, while somebody goes from page to page.
   */
  void show() {
    list.removeAll();
    bookmarks.favourites(SHOWN).forEach(hit -> list.add(new ListItem(link(hit))));
    setVisible(list.getChildren().findAny().isPresent());
  }

  private static Anchor link(Hit hit) {
    var link = new Anchor(hit.route());
    link.getElement().setAttribute("router-link", true);
    var name = new Span(hit.title());
    name.addClassName("shell-bookmark");
    link.add(Glyph.STAR.create(), name);
    return link;
  }

  @Override
  protected void onAttach(AttachEvent event) {
    listening = ComponentUtil.addListener(event.getUI(), Bookmarks.Changed.class, _ -> show());
  }

  @Override
  protected void onDetach(DetachEvent event) {
    if (listening != null) {
      listening.remove();
    }
  }
}

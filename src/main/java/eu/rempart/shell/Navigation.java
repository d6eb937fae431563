package eu.rempart.shell;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import eu.rempart.shell.NavigationEntry.Group;
import eu.rempart.shell.part.Glyph;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The list of places. On a desktop it is a column at the side; on a phone its first entries are a
 * bar at the bottom, and "More" unfolds the others above it. It is the same list both times.
 */
class Navigation extends Nav {

  private static final long serialVersionUID = 1L;
  private static final int IN_PHONE_BAR = 4;

  /**
   * Far down the list it would be out of sight; and a page that is loaded has its style sheets, and
   * so its height, only later.
   */
  private static final String IN_SIGHT =
      """
      const nav = this.closest('nav');
      nav.chosen = this;
      const show = () => nav.chosen.scrollIntoView({block: 'nearest'});
      if (!nav.sizes) {
        nav.sizes = new ResizeObserver(show);
        [nav, ...nav.children].forEach(part => nav.sizes.observe(part));
      }
      show();
      """;

  private final Map<NavigationEntry, Anchor> links = new LinkedHashMap<>();
  private final NativeButton more;
  private final @Nullable BookmarkList favourites;

  /**
   * Builds the list.
   *
   * @param bookmarks null for those who may not open customer data
   */
  Navigation(List<NavigationEntry> entries, @Nullable Bookmarks bookmarks) {
    addClassName("shell-nav");
    setAriaLabel(t("shell.navigation"));
    more = new NativeButton(t("shell.more"), _ -> unfold(!getClassNames().contains("open")));
    more.addClassName("shell-more");
    more.addComponentAsFirst(Glyph.MORE.create());
    favourites = bookmarks == null ? null : new BookmarkList(bookmarks);
    add(brand());
    for (var group : Group.values()) {
      addGroup(
          group,
          entries.stream()
              .filter(entry -> entry.group() == group)
              .sorted(Comparator.comparingInt(NavigationEntry::order))
              .toList());
      if (group == Group.WORK && favourites != null) {
        add(favourites);
      }
    }
    add(more);
    getElement().addEventListener("fold", _ -> unfold(false)); // by back.js
    unfold(false);
  }

  /** Marks the entry that leads to the path, reads the favourites, and folds the phone's list. */
  void mark(String path) {
    unfold(false);
    if (favourites != null) {
      favourites.show();
    }
    links.forEach(
        (entry, link) -> {
          if (entry.leadsTo(path)) {
            link.getElement().setAttribute("aria-current", "page");
            link.getElement().executeJs(IN_SIGHT);
          } else {
            link.getElement().removeAttribute("aria-current");
          }
        });
  }

  private void unfold(boolean open) {
    setClassName("open", open);
    getElement().setAttribute("opened", open); // seen by back.js
    more.getElement().setAttribute("aria-expanded", String.valueOf(open));
  }

  private void addGroup(Group group, List<NavigationEntry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    var list = new UnorderedList();
    list.addClassName("shell-nav-group");
    if (group == Group.ADMINISTRATION) {
      var heading = new Span(t("shell.navigation.administration"));
      heading.addClassName("shell-nav-heading");
      heading.setId("shell-nav-administration");
      list.getElement().setAttribute("aria-labelledby", "shell-nav-administration");
      add(heading);
    }
    for (var entry : entries) {
      var link = link(entry);
      links.put(entry, link);
      var item = new ListItem(link);
      item.setClassName("in-phone-bar", links.size() <= IN_PHONE_BAR);
      list.add(item);
    }
    add(list);
  }

  private static Anchor link(NavigationEntry entry) {
    var link = new Anchor(entry.route());
    link.getElement().setAttribute("router-link", true);
    link.add(entry.glyph().create(), new Span(t(entry.labelKey())));
    return link;
  }

  private static Div brand() {
    var mark = new Span();
    mark.addClassName("brand-mark");
    mark.getElement().setAttribute("aria-hidden", "true");
    var brand = new Div(mark, new Span("Rempart"));
    brand.addClassName("brand");
    return brand;
  }
}

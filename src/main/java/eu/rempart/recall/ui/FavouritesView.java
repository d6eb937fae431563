package eu.rempart.recall.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.recall.RecallService;
import eu.rempart.shell.Bookmarks;
import eu.rempart.shell.GlobalSearch.Hit;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.part.Avatar;
import eu.rempart.shell.part.Card;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** The records that the member marked, and those that they looked at last. */
@StyleSheet("styles/today.css")
@Route(value = RecallNavigation.FAVOURITES, layout = MainLayout.class)
@RolesAllowed(Access.RECORDS)
public class FavouritesView extends Div implements HasDynamicTitle {

  private static final long serialVersionUID = 1L;
  private static final int FAVOURITES = 200;
  private static final int RECENT = 30;

  FavouritesView(Bookmarks bookmarks) {
    addClassNames("today-view", "favourites-view");
    var columns =
        new Div(
            card(t("recall.favourites"), bookmarks.favourites(FAVOURITES), t("recall.empty")),
            card(
                t("recall.recent"),
                bookmarks.recent(Math.min(RECENT, RecallService.VISITS)),
                t("recall.recent.empty")));
    columns.addClassName("today-columns");
    add(new H1(t("recall.title")), columns);
  }

  private static Component card(String title, List<Hit> hits, String nothing) {
    if (hits.isEmpty()) {
      return new Card(title, new Paragraph(nothing));
    }
    var list = new UnorderedList();
    list.addClassName("today-list");
    hits.forEach(hit -> list.add(new ListItem(line(hit))));
    return new Card(title, list);
  }

  private static Anchor line(Hit hit) {
    var name = new Span(hit.title());
    name.addClassName("today-name");
    var words = new Div(name);
    words.addClassName("today-words");
    if (!hit.subtitle().isEmpty()) {
      var second = new Span(hit.subtitle());
      second.addClassName("today-subtitle");
      words.add(second);
    }
    var link = new Anchor(hit.route());
    link.getElement().setAttribute("router-link", true);
    link.add(new Avatar(hit.title(), Avatar.Shape.PERSON).withPicture(hit.picture()), words);
    return link;
  }

  @Override
  public String getPageTitle() {
    return t("recall.title");
  }
}

package eu.rempart.deal.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.UnorderedList;

/** The top of the three ways to look at deals: board, list, forecast. */
public final class DealsHead extends Div {

  private static final long serialVersionUID = 1L;

  /**
   * A head with links to the other ways.
   *
   * @param here path of the view that it stands on
   * @param tools what stands beside the links
   */
  public DealsHead(String title, String here, Component... tools) {
    addClassName("deals-head");
    var ways = new UnorderedList();
    ways.add(
        way(t("deal.way.board"), DealNavigation.BOARD, here),
        way(t("deal.way.list"), DealNavigation.LIST, here),
        way(t("deal.way.forecast"), DealNavigation.FORECAST, here));
    var nav = new Nav(ways);
    nav.setAriaLabel(t("deal.ways"));
    nav.addClassName("deals-ways");
    var side = new Div(tools);
    side.addClassName("deals-tools");
    add(new H1(title), nav, side);
  }

  private static ListItem way(String text, String path, String here) {
    var link = new Anchor(path, text);
    link.getElement().setAttribute("router-link", true);
    if (path.equals(here)) {
      link.getElement().setAttribute("aria-current", "page");
    }
    return new ListItem(link);
  }
}

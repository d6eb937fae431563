package eu.rempart.quote.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import eu.rempart.quote.QuoteId;
import eu.rempart.shell.list.ListAddress;
import eu.rempart.shell.list.ListPlace;
import eu.rempart.shell.list.SearchMemo;

/** The ways to the screens of quotes; the only door for the screens of other rooms. */
public final class QuoteNavigation {

  static final String LIST = "quotes";
  static final String DETAILS = "quotes/:id";
  public static final String LETTERHEAD = "letterhead";
  static final String NEW = "new";

  /** Keys that add a quote. */
  static final String NEW_KEYS = "n q";

  private QuoteNavigation() {}

  /** Path of the list. */
  public static String list() {
    return LIST;
  }

  /** Path of the list of those that a text finds, which it does not tell. */
  public static String found(String text) {
    return LIST + "?" + ListAddress.TEXT + "=" + SearchMemo.current().keep(text);
  }

  /** Path of one quote. */
  public static String details(QuoteId id) {
    return LIST + "/" + id;
  }

  /** Shows one quote. */
  public static void open(QuoteId id) {
    UI.getCurrent().navigate(details(id));
  }

  /** Shows the list as it was left. */
  public static void openList() {
    ListPlace.open(LIST);
  }

  /** Shows the list, and asks for a new quote. */
  public static void openNew() {
    UI.getCurrent().navigate(LIST, QueryParameters.of(NEW, ""));
  }
}

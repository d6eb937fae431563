package eu.rempart.deal.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactId;
import eu.rempart.deal.DealId;
import eu.rempart.search.rule.Rule;
import eu.rempart.shell.list.ListAddress;
import eu.rempart.shell.list.ListPlace;
import eu.rempart.shell.list.SearchMemo;
import java.util.Map;
import java.util.Optional;

/** The ways to the screens of deals; the only door for the screens of other rooms. */
public final class DealNavigation {

  public static final String BOARD = "deals";
  static final String LIST = "deals/list";
  public static final String FORECAST = "deals/forecast";
  static final String DETAILS = "deals/:id";
  public static final String PIPELINES = "pipelines";
  public static final String NEW = "new";

  /** Keys that add a deal. */
  public static final String NEW_KEYS = "n d";

  private DealNavigation() {}

  /** Path of the board. */
  public static String board() {
    return BOARD;
  }

  /** Path of the list. */
  public static String list() {
    return LIST;
  }

  /** Path of the list of those that a text finds, which it does not tell. */
  public static String found(String text) {
    return LIST + "?" + ListAddress.TEXT + "=" + SearchMemo.current().keep(text);
  }

  /** Path of one deal. */
  public static String details(DealId id) {
    return BOARD + "/" + id;
  }

  /** Shows one deal. */
  public static void open(DealId id) {
    UI.getCurrent().navigate(details(id));
  }

  /** Shows the board, and asks for a new deal. */
  public static void openNew() {
    UI.getCurrent().navigate(BOARD, QueryParameters.of(NEW, ""));
  }

  /** Shows the board. */
  public static void openBoard() {
    UI.getCurrent().navigate(BOARD);
  }

  /** Shows the board or the list, whichever was left last, as it was left. */
  public static void openLeft() {
    ListPlace.open(BOARD, LIST);
  }

  /** Shows the deals with a company as a list. */
  public static void openOf(CompanyId company) {
    UI.getCurrent().navigate(LIST, QueryParameters.simple(Map.of("company", company.toString())));
  }

  /** Shows the deals that a person takes part in as a list. */
  public static void openOf(ContactId contact) {
    UI.getCurrent().navigate(LIST, QueryParameters.simple(Map.of("contact", contact.toString())));
  }

  /** Shows those that meet these conditions as a list. */
  public static void openMatching(Rule rule) {
    UI.getCurrent()
        .navigate(
            LIST,
            ListAddress.of("", Optional.empty(), SearchMemo.current()).with(rule).parameters());
  }
}

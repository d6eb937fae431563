package eu.rempart.company.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import eu.rempart.company.CompanyId;
import eu.rempart.shell.list.ListAddress;
import eu.rempart.shell.list.ListPlace;
import eu.rempart.shell.list.SearchMemo;

/** The ways to the screens of companies; the only door for the screens of other rooms. */
public final class CompanyNavigation {

  static final String LIST = "companies";
  static final String DETAILS = "companies/:id";
  static final String NEW = "new";

  private CompanyNavigation() {}

  /** Path of the list. */
  public static String list() {
    return LIST;
  }

  /** Path of the list of those whom a text finds, which it does not tell. */
  public static String found(String text) {
    return LIST + "?" + ListAddress.TEXT + "=" + SearchMemo.current().keep(text);
  }

  /** Path of one company. */
  public static String details(CompanyId id) {
    return LIST + "/" + id;
  }

  /** Shows one company. */
  public static void open(CompanyId id) {
    UI.getCurrent().navigate(details(id));
  }

  /** Shows the list as it was left. */
  public static void openList() {
    ListPlace.open(LIST);
  }

  /** Shows the list with the form of a new company. */
  public static void openNew() {
    UI.getCurrent().navigate(LIST, QueryParameters.of(NEW, ""));
  }
}

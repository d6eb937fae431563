package eu.rempart.contact.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.photo.ui.PhotoController;
import eu.rempart.search.rule.Rule;
import eu.rempart.shell.list.ListAddress;
import eu.rempart.shell.list.ListPlace;
import eu.rempart.shell.list.SearchMemo;
import java.util.Map;
import java.util.Optional;

/** The ways to the screens of contacts; the only door for the screens of other rooms. */
public final class ContactNavigation {

  static final String LIST = "contacts";
  static final String DETAILS = "contacts/:id";
  static final String NEW = "new";

  /** Keys that add a contact. */
  static final String NEW_KEYS = "n c";

  private ContactNavigation() {}

  /** Path of the list. */
  public static String list() {
    return LIST;
  }

  /** Path of the list of those whom a text finds, which it does not tell. */
  public static String found(String text) {
    return LIST + "?" + ListAddress.TEXT + "=" + SearchMemo.current().keep(text);
  }

  /** Path of one contact. */
  public static String details(ContactId id) {
    return LIST + "/" + id;
  }

  /** Where browsers ask for the photo of a contact, for avatars: it need not have one. */
  public static String photo(ContactId id) {
    return PhotoController.PATH + id;
  }

  /** Shows one contact. */
  public static void open(ContactId id) {
    UI.getCurrent().navigate(details(id));
  }

  /** Shows the list as it was left. */
  public static void openList() {
    ListPlace.open(LIST);
  }

  /** Shows the list with the form of a new contact. */
  public static void openNew() {
    UI.getCurrent().navigate(LIST, QueryParameters.of(NEW, ""));
  }

  /** Shows the people of a company as a list. */
  public static void openOf(CompanyId company) {
    UI.getCurrent().navigate(LIST, QueryParameters.simple(Map.of("company", company.toString())));
  }

  /** Shows those that meet these conditions as a list. */
  public static void openMatching(Rule rule) {
    UI.getCurrent()
        .navigate(
            LIST,
            ListAddress.of("", Optional.empty(), SearchMemo.current()).with(rule).parameters());
  }
}

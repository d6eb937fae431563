package eu.rempart.product.ui;

import com.vaadin.flow.component.UI;
import eu.rempart.product.ProductId;
import eu.rempart.shell.list.ListPlace;

/** The ways to the screens of products; the only door for the screens of other rooms. */
public final class ProductNavigation {

  static final String LIST = "products";
  static final String DETAILS = "products/:id";

  private ProductNavigation() {}

  /** Path of the list. */
  public static String list() {
    return LIST;
  }

  /** Path of one product. */
  public static String details(ProductId id) {
    return LIST + "/" + id;
  }

  /** Shows one product. */
  public static void open(ProductId id) {
    UI.getCurrent().navigate(details(id));
  }

  /** Shows the list as it was left. */
  public static void openList() {
    ListPlace.open(LIST);
  }
}

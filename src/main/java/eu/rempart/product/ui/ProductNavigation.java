package eu.rempart.product.ui;

/** The ways to the screens of products; the only door for the screens of other rooms. */
public final class ProductNavigation {

  static final String LIST = "products";
  static final String ROUTE = "products/:id?";

  private ProductNavigation() {}

  /** Path of the list. */
  public static String list() {
    return LIST;
  }
}

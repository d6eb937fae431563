package eu.rempart.dashboard.ui;

/** The way to the figures. */
public final class DashboardNavigation {

  static final String FIGURES = "figures";

  private DashboardNavigation() {}

  /** Path of the figures. */
  public static String figures() {
    return FIGURES;
  }
}

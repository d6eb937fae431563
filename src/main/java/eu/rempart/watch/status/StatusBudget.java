package eu.rempart.watch.status;

import eu.rempart.watch.WatchText;
import eu.rempart.watch.objective.Budget;

/**
 * A bar that is as long as what is left of an objective, with the words that say so; all of it in
 * the colour of danger where more failed than may.
 */
final class StatusBudget {

  private static final int WIDTH = 1_000;
  private static final String HEIGHT = "10";

  private StatusBudget() {}

  static void bar(Html html, WatchText words, Budget budget) {
    html.open(
        "svg",
        "class",
        "status-budget",
        "role",
        "img",
        "viewBox",
        "0 0 %d %s".formatted(WIDTH, HEIGHT),
        "preserveAspectRatio",
        "none",
        "aria-label",
        words.text("watch.status.budget") + ": " + words.of(budget));
    if (budget.overspent()) {
      rect(html, "status-budget-over", WIDTH);
    } else {
      rect(html, "status-budget-whole", WIDTH);
      rect(html, "status-budget-left", (int) Math.round(budget.leftShare() * WIDTH));
    }
    html.close();
  }

  private static void rect(Html html, String style, int width) {
    html.leaf("rect", "class", style, "width", Integer.toString(width), "height", HEIGHT);
  }
}

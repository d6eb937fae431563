package eu.rempart.journey;

import com.microsoft.playwright.Page;
import java.util.function.BooleanSupplier;

/**
 * Waits for what a page is to become, and leaves it time to become it: the browser's driver asks
 * again as soon as it was answered, which takes a processor from those who work on the answer.
 */
public final class Waits {

  private static final double PAUSE_MILLIS = 50;

  private Waits() {}

  /** Waits until this holds, which may look at the page or go elsewhere; not longer than usual. */
  public static void until(Page page, BooleanSupplier holds) {
    page.waitForCondition(() -> holdsNow(page, holds));
  }

  /** The same, with a limit of its own. */
  public static void until(Page page, BooleanSupplier holds, double millis) {
    page.waitForCondition(
        () -> holdsNow(page, holds), new Page.WaitForConditionOptions().setTimeout(millis));
  }

  private static boolean holdsNow(Page page, BooleanSupplier holds) {
    if (holds.getAsBoolean()) {
      return true;
    }
    page.waitForTimeout(PAUSE_MILLIS);
    return false;
  }

  /**
   * Waits until a function of the page is true there; it asks itself, so that nothing goes to and
   * fro meanwhile.
   *
   * @param function JavaScript without arguments
   */
  static void inside(Page page, String function) {
    page.waitForFunction(
        function, null, new Page.WaitForFunctionOptions().setPollingInterval(PAUSE_MILLIS / 2));
  }

  /**
   * Waits until a field that tells its text after a pause without keys has told it. Its timer was
   * set before this one and is shorter, so that it has run by then however slow the browser is.
   */
  static void untilTold(Page page) {
    page.evaluate("() => new Promise(told => setTimeout(told, 600))");
  }
}

package eu.rempart.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Says with a journey's failure what each of its pages showed when its person left, and what the
 * browser complained of. What fails one time in fifty, on a machine that nobody watches, is
 * understood by this or not at all.
 */
public final class Evidence implements BeforeEachCallback, TestExecutionExceptionHandler {

  private static final ThreadLocal<List<String>> PAGES = ThreadLocal.withInitial(ArrayList::new);

  private static final double PATIENCE_MILLIS = 2_000;

  /** Of the requests those that failed, and the last ones, each with when it began. */
  private static final String SHOWN =
      """
      () => {
        const at = document.activeElement;
        const requests = performance.getEntriesByType('resource');
        const told = request => Math.round(request.startTime) + ' ms: ' + request.responseStatus
            + ' after ' + Math.round(request.duration) + ' ms '
            + request.name.replace(location.origin, '').slice(0, 60);
        return [
          Math.round(performance.now()) + ' ms old, ' + document.readyState,
          'connection ' + (window.Vaadin?.connectionState?.state ?? 'none'),
          'asking: ' + Object.values(window.Vaadin?.Flow?.clients ?? {})
              .map(client => !!client.isActive?.()).join(),
          'cursor in ' + (at ? at.localName + ' ' + (at.id || at.className || '') : 'nothing'),
          'over the page: ' + [...document.querySelectorAll('[opened]')]
              .map(open => open.localName).join(),
          'text: ' + (document.querySelector('main') ?? document.body)?.innerText
              .replace(/\\s+/g, ' ').slice(0, 300),
          ...requests.filter(one => one.responseStatus >= 400).slice(-5).map(told),
          ...requests.slice(-4).map(told),
        ].join('\\n    ');
      }
      """;

  /** Keeps what a page shows now, until the next test. */
  static void keep(Page page, List<String> said) {
    PAGES.get().add(page.url() + "\n    " + shown(page) + "\n    said: " + said);
  }

  private static String shown(Page page) {
    try {
      // the only way to ask a page that has a limit: one that hangs answers nothing else
      return page.waitForFunction(
              SHOWN, null, new Page.WaitForFunctionOptions().setTimeout(PATIENCE_MILLIS))
          .jsonValue()
          .toString();
    } catch (PlaywrightException e) {
      return "shows nothing: " + e.getMessage();
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    PAGES.get().clear();
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    if (PAGES.get().isEmpty()) {
      throw failure;
    }
    var told =
        new AssertionError(
            failure.getMessage() + "\n  " + String.join("\n  ", PAGES.get()), failure);
    told.setStackTrace(failure.getStackTrace());
    throw told;
  }
}

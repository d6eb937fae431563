package eu.rempart.journey;

import com.microsoft.playwright.Page;

/** Links that people find on some page or other, which a journey need not look for. */
final class Links {

  /**
   * A click, and a look at whether the application has begun to ask its server: some milliseconds
   * later, before which nothing tells that the page is about to change.
   */
  private static final String CLICK =
      """
      path => {
        const asks = () => Object.values(window.Vaadin?.Flow?.clients ?? {})
            .some(client => client.isActive?.());
        const late = performance.now() + 2000;
        const look = () => {
          window.hasAsked = asks() || performance.now() > late;
          if (!window.hasAsked) {
            setTimeout(look);
          }
        };
        const link = document.createElement('a');
        link.href = path;
        link.setAttribute('router-link', '');
        document.body.append(link);
        link.click();
        link.remove();
        look();
      }
      """;

  /** Not known to a page that was loaded since. */
  private static final String HAS_ASKED = "() => window.hasAsked !== false";

  private Links() {}

  /** Goes on inside a page, until the server is asked for what comes; the answer may be awaited. */
  static void follow(Page page, String path) {
    page.evaluate(CLICK, path);
    Waits.inside(page, HAS_ASKED);
  }
}

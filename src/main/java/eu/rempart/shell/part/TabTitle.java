package eu.rempart.shell.part;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.HasDynamicTitle;
import org.jspecify.annotations.Nullable;

/** What the browser's tab says: one form for all, what is on the page and then the product. */
public final class TabTitle {

  private static final String PRODUCT = "Rempart";
  private static final String BEHIND = " · " + PRODUCT;

  private TabTitle() {}

  /** Says what Flow has taken from the view that a page was opened with. */
  public static void show(UI page) {
    say(page, page.getInternals().getTitle());
  }

  /** Asks the view again, once it has changed what it shows. */
  static void refresh(UI page) {
    if (page.getInternals().getActiveRouterTargetsChain().stream().findFirst().orElse(null)
        instanceof HasDynamicTitle view) {
      say(page, view.getPageTitle());
    }
  }

  private static void say(UI page, @Nullable String view) {
    if (view == null || view.isEmpty()) {
      page.getPage().setTitle(PRODUCT);
    } else if (!view.endsWith(BEHIND)) {
      page.getPage().setTitle(view + BEHIND);
    }
  }
}

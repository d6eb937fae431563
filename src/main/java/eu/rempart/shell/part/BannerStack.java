package eu.rempart.shell.part;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.Comparator;
import java.util.List;

/**
 * What is told above every view: the most urgent sentence, and how many more there are. They take
 * one line of the page until somebody asks for all of them; on a phone that line has no room for
 * what can be done, so that a single sentence is unfolded there, too.
 */
public final class BannerStack extends Div {

  private static final long serialVersionUID = 1L;

  /** Of those that wait behind the first. */
  private static final String BEHIND = "is-behind";

  private static final String OPEN = "is-open";

  /** Of the button where nothing waits: it unfolds the one sentence of a phone. */
  private static final String ALONE = "is-alone";

  private final List<BannerBar> bars;
  private final NativeButton more = new NativeButton();
  private boolean open;

  /** Shows these, the most urgent one first; equally urgent ones stay in their order. */
  public BannerStack(List<BannerBar> told) {
    bars = told.stream().sorted(Comparator.comparing(BannerBar::urgency)).toList();
    addClassName("shell-banners");
    if (bars.isEmpty()) {
      return;
    }
    // everything that is read is in a landmark
    getElement().setAttribute("role", "region");
    getElement().setAttribute("aria-label", t("shell.banners"));
    more.addClassName("page-banner-more");
    more.addClickListener(
        _ -> {
          open = !open;
          refresh();
        });
    bars.forEach(this::add);
    add(more);
    refresh();
  }

  /** Counts anew what is told. */
  void refresh() {
    List<BannerBar> told =
        bars.stream()
            .filter(bar -> bar.isVisible() && bar.getParent().filter(this::equals).isPresent())
            .toList();
    for (int i = 0; i < told.size(); i++) {
      told.get(i).setClassName(BEHIND, i > 0 && !open);
    }
    int hidden = told.size() - 1;
    setClassName(OPEN, open && hidden >= 0);
    more.setVisible(hidden >= 0);
    more.setClassName(ALONE, hidden == 0);
    more.setText(
        open
            ? t("shell.banners.fewer")
            : hidden == 0 ? t("shell.more") : t("shell.banners.more", hidden));
    more.getElement().setAttribute("aria-expanded", String.valueOf(open));
    more.getElement().setAttribute("aria-label", label(hidden));
  }

  private String label(int hidden) {
    if (hidden == 0) {
      return open ? t("shell.banners.fewer.one.label") : t("shell.banners.more.one.label");
    }
    return open ? t("shell.banners.fewer.label") : t("shell.banners.more.label", hidden);
  }
}

package eu.rempart.shell.part;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.Comparator;
import java.util.List;

/**
 * What is told above every view: the most urgent sentence, and how many more there are. They take
 * one line of the page until somebody asks for all of them.
 */
public final class BannerStack extends Div {

  private static final long serialVersionUID = 1L;

  /** Of those that wait behind the first. */
  private static final String BEHIND = "is-behind";

  private static final String OPEN = "is-open";

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
    setClassName(OPEN, open && hidden > 0);
    more.setVisible(hidden > 0);
    if (hidden > 0) {
      more.setText(open ? t("shell.banners.fewer") : t("shell.banners.more", hidden));
      more.getElement().setAttribute("aria-expanded", String.valueOf(open));
      more.getElement()
          .setAttribute(
              "aria-label",
              open ? t("shell.banners.fewer.label") : t("shell.banners.more.label", hidden));
    }
  }
}

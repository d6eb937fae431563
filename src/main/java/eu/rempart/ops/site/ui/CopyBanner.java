package eu.rempart.ops.site.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.html.Anchor;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.ops.site.SiteService;
import eu.rempart.ops.site.SiteState;
import eu.rempart.shell.PageBanner;
import eu.rempart.shell.part.BannerBar;
import eu.rempart.shell.part.BannerBar.Urgency;
import eu.rempart.shell.part.Live;
import java.util.List;

/** Stands above every administrator's pages as long as one copy of the data is left of two. */
final class CopyBanner implements PageBanner {

  private final SiteService service;
  private final CurrentMember current;

  CopyBanner(SiteService service, CurrentMember current) {
    this.service = service;
    this.current = current;
  }

  @Override
  public List<BannerBar> create() {
    if (!current.may(Right.MANAGE_SECURITY)) {
      return List.of();
    }
    var look = new Anchor(SiteNavigation.SITES, t("sites.banner.look"));
    look.getElement().setAttribute("router-link", true);
    var banner = new BannerBar(Urgency.EXPOSURE, "", look);
    show(banner);
    Live.keep(banner, service::onChange, () -> show(banner));
    return List.of(banner);
  }

  private void show(BannerBar banner) {
    if (!current.may(Right.MANAGE_SECURITY)) { // no longer
      banner.setVisible(false);
      return;
    }
    SiteState state = service.state().filter(SiteState::isOneCopyLeft).orElse(null);
    if (state != null) {
      banner.say(SiteTexts.unsafe(state));
    }
    banner.setVisible(state != null);
  }
}

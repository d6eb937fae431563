package eu.rempart.alert.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.alert.incident.AlertReachService;
import eu.rempart.alert.incident.AlertReachService.Reached;
import eu.rempart.shell.PageBanner;
import eu.rempart.shell.part.BannerBar;
import eu.rempart.shell.part.BannerBar.Urgency;
import java.util.List;

/**
 * Stands above every administrator's pages as long as nobody has an alert channel that was
 * confirmed; it can't be put aside. Each page of an administrator keeps their e-mail address, the
 * last resort, for when nobody is signed in.
 */
final class ReachBanner implements PageBanner {

  /** The own channels changed on this page. */
  static final class ChannelsChanged extends ComponentEvent<UI> {

    private static final long serialVersionUID = 1L;

    ChannelsChanged(UI page) {
      super(page, false);
    }
  }

  private final AlertReachService service;
  private final CurrentMember current;

  ReachBanner(AlertReachService service, CurrentMember current) {
    this.service = service;
    this.current = current;
  }

  @Override
  public List<BannerBar> create() {
    if (!current.may(Right.MANAGE_SECURITY)) {
      return List.of();
    }
    service.keepOwnMail();
    var channels = new Anchor(AlertNavigation.CHANNELS, t("alert.reach.set"));
    channels.getElement().setAttribute("router-link", true);
    var banner = new BannerBar(Urgency.PREPARATION, "", channels);
    show(banner);
    banner.addAttachListener(
        attached -> {
          UI page = attached.getUI();
          var moved = page.addAfterNavigationListener(_ -> show(banner));
          var changed = ComponentUtil.addListener(page, ChannelsChanged.class, _ -> show(banner));
          banner.addDetachListener(
              detached -> {
                detached.unregisterListener();
                moved.remove();
                changed.remove();
              });
        });
    return List.of(banner);
  }

  private void show(BannerBar banner) {
    if (!current.may(Right.MANAGE_SECURITY)) { // no longer
      banner.setVisible(false);
      return;
    }
    Reached reached = service.reached();
    banner.setVisible(reached != Reached.BY_CHANNELS);
    banner.say(t(reached == Reached.NOBODY ? "alert.reach.nobody" : "alert.reach.mail"));
  }
}

package eu.rempart.account.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.setup.KitState;
import eu.rempart.account.setup.RecoveryKitService;
import eu.rempart.shell.PageBanner;
import eu.rempart.shell.part.BannerBar;
import java.util.List;
import java.util.UUID;

/**
 * Stands above every administrator's pages until somebody has put the recovery kit into a safe; can
 * be put aside for a day.
 */
final class KitReminder implements PageBanner {

  private static final String SUBJECT = "kit";

  private final RecoveryKitService kits;
  private final CurrentMember current;
  private final SnoozedBanners snoozed;

  KitReminder(RecoveryKitService kits, CurrentMember current, SnoozedBanners snoozed) {
    this.kits = kits;
    this.current = current;
    this.snoozed = snoozed;
  }

  @Override
  public List<Component> create() {
    return current.may(Right.MANAGE_SECURITY) && !snoozed.isSnoozed(current.id(), SUBJECT)
        ? banner(kits.state(), current.id())
        : List.of();
  }

  private List<Component> banner(KitState state, UUID member) {
    if (state == KitState.SAFE) {
      return List.of();
    }
    var moved = new Button(t("account.kit.moved"));
    var later = new Button(t("account.kit.later"));
    var banner =
        new BannerBar(
            state == KitState.IN_FILE
                ? t("account.kit.infile", kits.file().toString())
                : t("account.kit.unconfirmed"),
            moved,
            later,
            new Anchor(AccountNavigation.SECURITY, t("account.security.title")));
    moved.addClickListener(
        _ -> {
          if (kits.confirmed()) {
            banner.removeFromParent();
          } else {
            banner.say(t("account.kit.stillthere", kits.file().toString()));
          }
        });
    later.addClickListener(
        _ -> {
          snoozed.snooze(member, SUBJECT);
          banner.removeFromParent();
        });
    return List.of(banner);
  }
}

package eu.rempart.account.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.setup.KitState;
import eu.rempart.account.setup.OperatorSecret;
import eu.rempart.account.setup.RecoveryKitService;
import eu.rempart.shell.PageBanner;
import eu.rempart.shell.part.BannerBar;
import eu.rempart.shell.part.BannerBar.Urgency;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Stands above every administrator's pages until somebody has put the recovery kit into a safe,
 * which can be put aside for a day, and until the operator of an unattended set-up knows neither
 * the password nor the kit any more.
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
  public List<BannerBar> create() {
    if (!current.may(Right.MANAGE_SECURITY)) {
      return List.of();
    }
    List<BannerBar> banners = new ArrayList<>();
    operatorKnows(kits.knownToOperator()).map(KitReminder::finding).ifPresent(banners::add);
    if (!snoozed.isSnoozed(current.id(), SUBJECT)) {
      banners.addAll(banner(kits.state(), current.id()));
    }
    return banners;
  }

  /** Can't be put aside: the operator can read everything for as long. */
  private static BannerBar finding(String sentence) {
    return new BannerBar(
        Urgency.EXPOSURE,
        sentence,
        new Anchor(AccountNavigation.PROFILE, t("account.profile.title")),
        new Anchor(AccountNavigation.SECURITY, t("account.security.title")));
  }

  private List<BannerBar> banner(KitState state, UUID member) {
    if (state == KitState.SAFE) {
      return List.of();
    }
    var moved = new Button(t("account.kit.moved"));
    var later = new Button(t("account.kit.later"));
    var banner =
        new BannerBar(
            Urgency.PREPARATION,
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

  /** The finding after an unattended set-up, while there is one. */
  static Optional<String> operatorKnows(Set<OperatorSecret> known) {
    if (known.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        known.size() > 1
            ? t("account.operator.both")
            : known.contains(OperatorSecret.KIT)
                ? t("account.operator.kit")
                : t("account.operator.password"));
  }
}

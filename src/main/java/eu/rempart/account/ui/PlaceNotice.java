package eu.rempart.account.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.ProfileService;
import eu.rempart.account.place.NewPlace;
import eu.rempart.shell.PageBanner;
import eu.rempart.shell.part.BannerBar;
import eu.rempart.shell.part.BannerBar.Urgency;
import eu.rempart.shell.text.Formats;
import java.util.List;
import java.util.UUID;

/**
 * Tells whoever is back that their account was used from a country that is new to it, where no mail
 * told them. Stays until they say that it was them; can be put aside for a day.
 */
final class PlaceNotice implements PageBanner {

  private final ProfileService profile;
  private final CurrentMember current;
  private final SnoozedBanners snoozed;

  PlaceNotice(ProfileService profile, CurrentMember current, SnoozedBanners snoozed) {
    this.profile = profile;
    this.current = current;
    this.snoozed = snoozed;
  }

  @Override
  public List<BannerBar> create() {
    if (current.find().isEmpty()) {
      return List.of();
    }
    UUID member = current.id();
    return profile.newPlaces().stream()
        .filter(place -> !snoozed.isSnoozed(member, place.place()))
        .map(place -> banner(place, member))
        .toList();
  }

  private BannerBar banner(NewPlace place, UUID member) {
    var device = place.device().isEmpty() ? t("account.sessions.unknown") : place.device();
    var mine = new Button(t("account.place.mine"));
    var later = new Button(t("account.place.later"));
    var banner =
        new BannerBar(
            Urgency.BREACH,
            t(
                "account.place.notice",
                PlaceText.of(place.place()),
                Formats.dateTime(place.at()),
                device),
            mine,
            later,
            new Anchor(AccountNavigation.SESSIONS, t("account.sessions.show")));
    mine.addClickListener(
        _ -> {
          profile.placeIsMine(place.place());
          banner.removeFromParent();
        });
    later.addClickListener(
        _ -> {
          snoozed.snooze(member, place.place());
          banner.removeFromParent();
        });
    return banner;
  }
}

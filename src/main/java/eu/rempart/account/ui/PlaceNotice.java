package eu.rempart.account.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import eu.rempart.account.ProfileService;
import eu.rempart.account.place.NewPlace;
import eu.rempart.shell.text.Formats;

/**
 * Tells whoever is back that their account was used from a country that is new to it, where no mail
 * told them. Stays until they say that it was them.
 */
final class PlaceNotice {

  private PlaceNotice() {}

  static void showIfNeeded(ProfileService profile) {
    profile.newPlaces().forEach(place -> show(profile, place));
  }

  private static void show(ProfileService profile, NewPlace place) {
    var device = place.device().isEmpty() ? t("account.sessions.unknown") : place.device();
    var sentence =
        new Span(
            t(
                "account.place.notice",
                PlaceText.of(place.place()),
                Formats.dateTime(place.at()),
                device));
    var notice = new Notification();
    notice.setPosition(Notification.Position.BOTTOM_END);
    notice.setDuration(0);
    var mine =
        new Button(
            t("account.place.mine"),
            _ -> {
              profile.placeIsMine(place.place());
              notice.close();
            });
    var later = new Button(t("account.place.later"), _ -> notice.close());
    var more = new Anchor(AccountNavigation.SESSIONS, t("account.sessions.show"));
    var row = new Div(sentence, new Div(mine, later, more));
    row.addClassNames("kit-reminder", "place-notice");
    notice.add(row);
    notice.open();
  }
}

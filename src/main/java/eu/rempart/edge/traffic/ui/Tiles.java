package eu.rempart.edge.traffic.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import eu.rempart.account.security.EventCount;
import eu.rempart.account.ui.AccountNavigation;
import eu.rempart.edge.traffic.Measure;
import eu.rempart.edge.traffic.TrafficSnapshot;
import eu.rempart.shell.text.Formats;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * The numbers that are looked at first. Those that single events stand behind lead to them; what
 * was let through is only counted, so that a day of a million requests is no million of rows.
 */
final class Tiles extends Composite<DescriptionList> {

  private static final long serialVersionUID = 1L;

  private static final List<String> REFUSED =
      List.of("edge.source.refused", "edge.sources.refused", "edge.banned");
  private static final List<String> NEW_PLACES = List.of("account.place.new", "edge.travel");

  private final boolean leading;
  private final Tile handshakes = tile("edge.tile.handshakes", false, List.of());
  private final Tile resumed = tile("edge.tile.resumed", false, List.of());
  private final Tile requests = tile("edge.tile.requests", false, List.of());
  private final Tile slowed = tile("edge.tile.slowed", true, List.of("edge.slowed"));
  private final Tile refused = tile("edge.tile.refused", true, REFUSED);
  private final Tile limited = tile("edge.tile.limited", true, REFUSED);
  private final Tile signIns = tile("edge.tile.sign-ins", false, List.of("account.signin.done"));
  private final Tile failed =
      tile(
          "edge.tile.failed",
          true,
          List.of("account.signin.refused", "account.signin.throttled", "edge.account.tried"));
  private final Tile places = tile("edge.tile.places", true, NEW_PLACES);

  /** A number, and the kinds of events behind it. */
  private record Tile(Span number, Anchor link, List<String> events) {}

  /**
   * Tiles of zeros.
   *
   * @param leading whether they lead to the events behind them
   */
  Tiles(boolean leading) {
    this.leading = leading;
    getContent().addClassName("traffic-tiles");
    for (Tile tile :
        List.of(handshakes, resumed, requests, slowed, refused, limited, signIns, failed, places)) {
      tile.link().setVisible(leading && !tile.events().isEmpty());
    }
  }

  void show(TrafficSnapshot now, Stretch stretch) {
    set(handshakes, now.total(Measure.FULL_HANDSHAKE), stretch);
    set(resumed, now.total(Measure.RESUMED_HANDSHAKE), stretch);
    set(requests, now.total(all(Measure::isRequest)), stretch);
    set(slowed, now.total(all(Measure::isSlowed)), stretch);
    set(refused, now.total(all(Measure::isRefusedConnection)), stretch);
    set(limited, now.total(all(Measure::isRefusedRequest)), stretch);
    set(signIns, now.total(Measure.SIGN_IN), stretch);
    set(failed, now.total(Measure.SIGN_IN_FAILED), stretch);
  }

  /** How often members came from where they never were, by the events of the same time. */
  void show(List<EventCount> events, Stretch stretch) {
    long count =
        events.stream()
            .filter(event -> NEW_PLACES.contains(event.kind()))
            .mapToLong(EventCount::count)
            .sum();
    set(places, count, stretch);
  }

  static Measure[] all(Predicate<Measure> wanted) {
    return Arrays.stream(Measure.values()).filter(wanted).toArray(Measure[]::new);
  }

  private Tile tile(String key, boolean trouble, List<String> events) {
    var number = new Span("0");
    var value = new Description(number);
    var link = new Anchor("", t("edge.events"));
    link.addClassName("traffic-events");
    link.getElement().setAttribute("router-link", true);
    link.getElement().setAttribute("aria-label", t("edge.events.of", t(key)));
    value.add(link);
    var tile = new Div(new Term(t(key)), value);
    tile.addClassName("traffic-tile");
    if (trouble) {
      number.addClassName("traffic-trouble");
    }
    getContent().getElement().appendChild(tile.getElement());
    return new Tile(number, link, events);
  }

  private void set(Tile tile, long count, Stretch stretch) {
    tile.number().setText(Formats.number(count));
    tile.number().setClassName("traffic-zero", count == 0);
    if (leading && !tile.events().isEmpty()) {
      tile.link().setHref(AccountNavigation.events(tile.events(), "", "", stretch.length()));
    }
  }
}

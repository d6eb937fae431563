package eu.rempart.edge.traffic.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import eu.rempart.account.ui.AccountNavigation;
import eu.rempart.edge.place.Place;
import eu.rempart.edge.traffic.Measure;
import eu.rempart.edge.traffic.TrafficSnapshot;
import eu.rempart.edge.ui.EdgeNavigation;
import eu.rempart.edge.ui.TrafficText;
import eu.rempart.shell.text.Formats;
import java.util.List;

/** One country: its numbers, the events behind them, and the way to its rule. */
final class PlaceDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  /**
   * A dialog.
   *
   * @param mayChange whether whoever looks may set a rule
   */
  PlaceDialog(Place place, TrafficSnapshot now, Stretch stretch, boolean mayChange) {
    setHeaderTitle(TrafficText.of(place));
    addClassName("edge-dialog");
    var numbers = new DescriptionList();
    numbers.addClassName("traffic-facts");
    fact(numbers, t("edge.places.connections"), now, place, Tiles.all(Measure::isHandshake));
    fact(numbers, t("edge.tile.refused"), now, place, Tiles.all(Measure::isRefusedConnection));
    fact(numbers, t("edge.tile.requests"), now, place, Tiles.all(Measure::isRequest));
    fact(numbers, t("edge.tile.limited"), now, place, Tiles.all(Measure::isRefusedRequest));
    fact(numbers, t("edge.tile.slowed"), now, place, Tiles.all(Measure::isSlowed));
    fact(numbers, t("edge.tile.failed"), now, place, Measure.SIGN_IN_FAILED);
    var events =
        new Anchor(
            AccountNavigation.events(List.of(), "", place.code(), stretch.length()),
            t("edge.events"));
    events.getElement().setAttribute("router-link", true);
    add(numbers, events);
    getFooter().add(new Button(t("shell.close"), _ -> close()));
    if (mayChange) {
      getFooter()
          .add(
              new Button(
                  t("edge.places.rule"),
                  _ -> {
                    close();
                    EdgeNavigation.openRule(place);
                  }));
    }
  }

  private static void fact(
      DescriptionList list, String name, TrafficSnapshot now, Place place, Measure... measures) {
    long count = now.byPlace(measures).getOrDefault(place, 0L);
    list.add(new Term(name), new Description(Formats.number(count)));
  }
}

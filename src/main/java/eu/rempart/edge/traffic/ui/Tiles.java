package eu.rempart.edge.traffic.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import eu.rempart.edge.traffic.Measure;
import eu.rempart.edge.traffic.TrafficSnapshot;
import eu.rempart.shell.text.Formats;
import java.util.Arrays;
import java.util.function.Predicate;

/** The numbers that are looked at first. */
final class Tiles extends Composite<DescriptionList> {

  private static final long serialVersionUID = 1L;

  private final Description handshakes = tile(t("edge.tile.handshakes"), false);
  private final Description resumed = tile(t("edge.tile.resumed"), false);
  private final Description requests = tile(t("edge.tile.requests"), false);
  private final Description refused = tile(t("edge.tile.refused"), true);
  private final Description limited = tile(t("edge.tile.limited"), true);
  private final Description failed = tile(t("edge.tile.failed"), true);

  Tiles() {
    getContent().addClassName("traffic-tiles");
  }

  void show(TrafficSnapshot now) {
    set(handshakes, now.total(Measure.FULL_HANDSHAKE));
    set(resumed, now.total(Measure.RESUMED_HANDSHAKE));
    set(requests, now.total(all(Measure::isRequest)));
    set(refused, now.total(all(Measure::isRefusedConnection)));
    set(limited, now.total(all(Measure::isRefusedRequest)));
    set(failed, now.total(Measure.SIGN_IN_FAILED));
  }

  static Measure[] all(Predicate<Measure> wanted) {
    return Arrays.stream(Measure.values()).filter(wanted).toArray(Measure[]::new);
  }

  private Description tile(String name, boolean trouble) {
    var term = new Term(name);
    var value = new Description("0");
    var tile = new Div(term, value);
    tile.addClassName("traffic-tile");
    if (trouble) {
      value.addClassName("traffic-trouble");
    }
    getContent().getElement().appendChild(tile.getElement());
    return value;
  }

  private static void set(Description value, long count) {
    value.setText(Formats.number(count));
    value.setClassName("traffic-zero", count == 0);
  }
}

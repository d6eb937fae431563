package eu.rempart.edge.traffic.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import eu.rempart.edge.place.Place;
import eu.rempart.edge.place.PlaceStatus;
import eu.rempart.edge.traffic.Measure;
import eu.rempart.edge.traffic.TrafficSnapshot;
import eu.rempart.edge.ui.Panel;
import eu.rempart.edge.ui.TrafficText;
import eu.rempart.shell.chart.Ranking;
import eu.rempart.shell.chart.WorldMap;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Where traffic comes from, and from where it is refused or slowed: to look at, and to read. What
 * the map colours and what it marks with discs stands in numbers beside it.
 */
final class PlacesPanel extends Composite<Panel> {

  private static final long serialVersionUID = 1L;
  private static final int RANKED = 12;

  /** What is looked at. */
  enum Look {
    CONNECTIONS,
    REQUESTS,
    SLOWED;

    private String key() {
      return "edge.places." + name().toLowerCase(Locale.ROOT);
    }

    private Map<Place, Long> passed(TrafficSnapshot now) {
      return now.byPlace(
          Tiles.all(this == CONNECTIONS ? Measure::isHandshake : Measure::isRequest));
    }

    private Map<Place, Long> marked(TrafficSnapshot now) {
      return now.byPlace(
          Tiles.all(
              switch (this) {
                case CONNECTIONS -> Measure::isRefusedConnection;
                case REQUESTS -> Measure::isRefusedRequest;
                case SLOWED -> Measure::isSlowed;
              }));
    }
  }

  private final RadioButtonGroup<Look> look = new RadioButtonGroup<>();
  private final WorldMap map =
      new WorldMap(t("edge.places.label"), t("edge.places.passed"), t("edge.places.marked"));
  private final Ranking ranking =
      new Ranking(t("edge.places.label"), t("edge.places.marked.short"), t("edge.nothing"));
  private transient TrafficSnapshot shown = new TrafficSnapshot(Instant.EPOCH, List.of());

  /** A panel in which nothing can be chosen, for a wall. */
  PlacesPanel(PlaceStatus status) {
    var sides = new Div(map, ranking);
    sides.addClassName("traffic-places");
    var source = new Paragraph(sourceOf(status));
    source.addClassName("traffic-note");
    getContent().add(sides, source);
  }

  /**
   * A panel.
   *
   * @param choose what happens with a place that somebody clicks
   */
  PlacesPanel(PlaceStatus status, BiConsumer<Place, TrafficSnapshot> choose) {
    this(status);
    map.onChoice(code -> choose.accept(new Place(code), shown));
    ranking.onChoice(code -> choose.accept(new Place(code), shown));
    look.setLabel(t("edge.places.look"));
    look.addClassName("segments");
    look.setItems(Look.values());
    look.setItemLabelGenerator(choice -> t(choice.key()));
    look.setValue(Look.CONNECTIONS);
    look.addValueChangeListener(_ -> show(shown));
    getContent().addComponentAtIndex(1, look);
  }

  @Override
  protected Panel initContent() {
    return new Panel(t("edge.places.title"));
  }

  void show(TrafficSnapshot now) {
    shown = now;
    Look chosen = look.getValue() == null ? Look.CONNECTIONS : look.getValue();
    Map<Place, Long> passed = chosen.passed(now);
    Map<Place, Long> marked = chosen.marked(now);
    Set<Place> places = new HashSet<>(passed.keySet());
    places.addAll(marked.keySet());
    map.setPlaces(
        places.stream()
            .sorted()
            .map(
                place ->
                    new WorldMap.Place(
                        place.code(),
                        TrafficText.of(place),
                        passed.getOrDefault(place, 0L),
                        marked.getOrDefault(place, 0L)))
            .toList());
    ranking.setRows(ranked(places, passed, marked, chosen));
  }

  /** What is slowed is served, and counted among what passed. */
  private static List<Ranking.Row> ranked(
      Set<Place> places, Map<Place, Long> passed, Map<Place, Long> marked, Look chosen) {
    return places.stream()
        .map(
            place -> {
              long part = marked.getOrDefault(place, 0L);
              long all = passed.getOrDefault(place, 0L) + (chosen == Look.SLOWED ? 0 : part);
              return new Ranking.Row(
                  place.code(), TrafficText.of(place), Math.max(all, part), part);
            })
        .sorted(
            Comparator.comparingLong(Ranking.Row::value)
                .reversed()
                .thenComparing(Ranking.Row::name))
        .limit(RANKED)
        .toList();
  }

  private static String sourceOf(PlaceStatus status) {
    if (status.problem() != null) {
      return t("edge.places.problem", status.problem());
    }
    return status.own() ? t("edge.places.own") : t("edge.places.bundled", PlaceStatus.ATTRIBUTION);
  }
}

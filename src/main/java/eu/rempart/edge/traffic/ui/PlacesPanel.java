package eu.rempart.edge.traffic.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import eu.rempart.edge.place.Place;
import eu.rempart.edge.place.PlaceStatus;
import eu.rempart.edge.traffic.Measure;
import eu.rempart.edge.traffic.TrafficSnapshot;
import eu.rempart.edge.ui.Panel;
import eu.rempart.edge.ui.TrafficText;
import eu.rempart.shell.chart.Ranking;
import eu.rempart.shell.chart.WorldMap;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Where traffic comes from, and from where it is refused: to look at, and to read. */
final class PlacesPanel extends Composite<Panel> {

  private static final long serialVersionUID = 1L;
  private static final int RANKED = 12;

  private final WorldMap map =
      new WorldMap(t("edge.places.label"), t("edge.places.passed"), t("edge.places.refused"));
  private final Ranking ranking =
      new Ranking(t("edge.places.label"), t("edge.places.refused.short"), t("edge.nothing"));

  /**
   * @param choose what happens with a place that somebody clicks
   */
  PlacesPanel(PlaceStatus status, Consumer<Place> choose) {
    map.onChoice(code -> choose.accept(new Place(code)));
    ranking.onChoice(code -> choose.accept(new Place(code)));
    var sides = new Div(map, ranking);
    sides.addClassName("traffic-places");
    var source = new Paragraph(sourceOf(status));
    source.addClassName("traffic-note");
    getContent().add(sides, source);
  }

  @Override
  protected Panel initContent() {
    return new Panel(t("edge.places.title"));
  }

  void show(TrafficSnapshot now) {
    Map<Place, Long> passed = now.byPlace(Tiles.all(Measure::isHandshake));
    Map<Place, Long> refused = now.refusedByPlace();
    Set<Place> places = new HashSet<>(passed.keySet());
    places.addAll(refused.keySet());
    map.setPlaces(
        places.stream()
            .sorted()
            .map(
                place ->
                    new WorldMap.Place(
                        place.code(),
                        TrafficText.of(place),
                        passed.getOrDefault(place, 0L),
                        refused.getOrDefault(place, 0L)))
            .toList());
    ranking.setRows(ranked(places, passed, refused));
  }

  private static List<Ranking.Row> ranked(
      Set<Place> places, Map<Place, Long> passed, Map<Place, Long> refused) {
    return places.stream()
        .map(
            place -> {
              long turnedAway = refused.getOrDefault(place, 0L);
              return new Ranking.Row(
                  place.code(),
                  TrafficText.of(place),
                  passed.getOrDefault(place, 0L) + turnedAway,
                  turnedAway);
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

package eu.rempart.ops.place.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Section;
import eu.rempart.common.CountryCode;
import eu.rempart.kernel.place.AllowedCountries;
import eu.rempart.kernel.place.DataPlaces.Judged;
import eu.rempart.kernel.place.PlaceKind;
import eu.rempart.shell.chart.WorldMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The countries that data lie in or go to, and those whose places get none, to look at. */
final class PlacesMap extends Composite<Section> {

  private static final long serialVersionUID = 1L;

  PlacesMap(List<Judged> places) {
    Map<CountryCode, List<Judged>> byCountry =
        places.stream()
            .filter(each -> each.place().kind().rule() != PlaceKind.Rule.LISTED)
            .filter(each -> each.place().declared().isPresent())
            .collect(
                Collectors.groupingBy(
                    each -> each.place().declared().orElseThrow(),
                    TreeMap::new,
                    Collectors.toList()));
    boolean some = places.stream().anyMatch(each -> each.refusal().isPresent());
    var map =
        new WorldMap(t("places.map"), t("places.map.places"), some ? t("places.map.refused") : "");
    map.setPlaces(
        byCountry.entrySet().stream().map(entry -> of(entry.getKey(), entry.getValue())).toList());
    map.setNear(byCountry.keySet().stream().allMatch(AllowedCountries.EUROPE::contains));
    getContent().add(map);
    getContent().addClassNames("light-panel", "places-map");
    getContent().getElement().setAttribute("aria-label", t("places.map"));
    setVisible(!byCountry.isEmpty());
  }

  private static WorldMap.Place of(CountryCode country, List<Judged> there) {
    long refused = there.stream().filter(each -> each.refusal().isPresent()).count();
    return new WorldMap.Place(country.value(), PlacesView.name(country), there.size(), refused);
  }
}

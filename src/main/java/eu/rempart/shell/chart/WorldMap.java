package eu.rempart.shell.chart;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.util.List;
import java.util.function.Consumer;

/**
 * The world, with countries coloured by one number and marked by discs for another. What it shows
 * must stand in words nearby, such as in a {@link Ranking}: to a screen reader it is one picture.
 */
@Tag("rempart-world-map")
@JsModule("./components/rempart-world-map.ts")
@NpmPackage(value = "d3-geo", version = "3.1.2") // projections; ISC
@NpmPackage(value = "topojson-client", version = "3.1.0") // reads the atlas; ISC
@NpmPackage(value = "world-atlas", version = "2.0.2") // Natural Earth's countries; ISC
@NpmPackage(value = "@types/d3-geo", version = "3.1.1", dev = true) // its types; MIT
@NpmPackage(value = "@types/topojson-client", version = "3.1.5", dev = true) // its types; MIT
@NpmPackage(value = "i18n-iso-countries", version = "7.14.0") // numbers to codes; MIT
public final class WorldMap extends Component {

  private static final long serialVersionUID = 1L;

  /**
   * A country's numbers.
   *
   * @param code ISO 3166-1 alpha-2
   * @param name in the person's language
   * @param value colours the country; 0 or more
   * @param mark is drawn as a disc; 0 draws none
   */
  public record Place(String code, String name, long value, long mark) {}

  /**
   * @param label what the map shows, for those who hear it
   * @param valueName what the colour counts
   * @param markName what the discs count
   */
  public WorldMap(String label, String valueName, String markName) {
    getElement().setProperty("label", label);
    getElement().setProperty("valueName", valueName);
    getElement().setProperty("markName", markName);
    getElement().setProperty("worldName", t("shell.map.world"));
    getElement().setProperty("europeName", t("shell.map.europe"));
  }

  public void setPlaces(List<Place> places) {
    getElement().setPropertyList("places", places);
  }

  /** Begins with Europe, rather than with the world; people choose the other. */
  public void setNear(boolean near) {
    getElement().setProperty("near", near);
  }

  /** Outlines a country; an empty code none. */
  public void setChosen(String code) {
    getElement().setProperty("chosen", code);
  }

  /** Calls back with the code of a country that somebody clicked. */
  public void onChoice(Consumer<String> choice) {
    getElement()
        .addEventListener(
            "place-chosen",
            event -> choice.accept(event.getEventData().get("event.detail.code").asString()))
        .addEventData("event.detail.code");
  }
}

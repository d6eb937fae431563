package eu.rempart.ops.place.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import eu.rempart.WithFirm;
import eu.rempart.kernel.place.DataPlace;
import eu.rempart.kernel.place.PlaceKind;
import eu.rempart.kernel.place.PlaceSource;
import eu.rempart.shell.chart.WorldMap;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The page that says where data go. */
@Import(PlacesViewTest.Elsewhere.class)
class PlacesViewTest extends WithFirm {

  /** Places that a test sets up. */
  @TestConfiguration(proxyBeanMethods = false)
  static class Elsewhere {

    @Bean
    Set set() {
      return new Set();
    }
  }

  /** Not a list, which Spring would take for all places that there are. */
  static final class Set implements PlaceSource {

    private final List<DataPlace> places = new CopyOnWriteArrayList<>();

    @Override
    public List<DataPlace> places() {
      return places;
    }
  }

  @Autowired private Set set;

  @AfterEach
  void nowhere() {
    set.places.clear();
  }

  private List<String> lines() {
    return find(ListItem.class).all().stream()
        .filter(item -> item.getElement().getTextRecursively().contains("example"))
        .map(item -> item.getElement().getTextRecursively())
        .toList();
  }

  private String light() {
    return find(Paragraph.class)
        .withCondition(each -> each.hasClassName("light"))
        .all()
        .getFirst()
        .getText();
  }

  @Test
  void pageSaysWhichPlaceGetsNothingAndWhy() {
    set.places.add(DataPlace.ofScreen(PlaceKind.SMS, "sms.example", "DE"));
    set.places.add(new DataPlace(PlaceKind.MAIL, "mail.example", "US", "rempart.mail.country"));
    set.places.add(DataPlace.ofScreen(PlaceKind.PUSH, "push.example", null));
    open("places", "");

    assertThat(light()).isEqualTo("2 places get no data");
    assertThat(lines()).hasSize(3);
    assertThat(lines().get(0))
        .contains("Outgoing mail", "Country not allowed", "rempart.mail.country", "United States");
    assertThat(lines().get(1)).contains("Text messages", "Germany").doesNotContain("not allowed");
    assertThat(lines().get(2)).contains("No country declared", "on its own page");
  }

  @Test
  void undeclaredMachineIsNotClaimedToBeInEurope() {
    open("places", "");

    assertThat(light()).isEqualTo("The country of one place is not declared");
    assertThat(find(ListItem.class).all())
        .extracting(item -> item.getElement().getTextRecursively())
        .filteredOn(line -> line.contains("rempart.places.country"))
        .singleElement()
        .asString()
        .contains("Server", "This server", "No country declared", "REMPART_PLACES_COUNTRY=");
  }

  @Test
  void diskInAnotherCountryThanItsServerIsTold() {
    set.places.add(new DataPlace(PlaceKind.SERVER, "localhost", "FR", "rempart.places.country"));
    set.places.add(DataPlace.ofScreen(PlaceKind.DESTINATION, "localhost", "DE"));
    open("places", "");

    assertThat(find(ListItem.class).all())
        .extracting(item -> item.getElement().getTextRecursively())
        .filteredOn(line -> line.contains("This server is declared in France"))
        .singleElement()
        .asString()
        .contains("Backups", "carried away", "Germany");
  }

  @Test
  void mapCountsThePlacesOfEachCountryAndThoseThatGetNothing() {
    set.places.add(DataPlace.ofScreen(PlaceKind.SMS, "sms.example", "DE"));
    set.places.add(DataPlace.ofScreen(PlaceKind.PUSH, "push.example", "DE"));
    set.places.add(DataPlace.ofScreen(PlaceKind.PAGER, "pager.example", "US"));
    set.places.add(DataPlace.ofScreen(PlaceKind.PROBE, "tokyo.example", "JP"));
    open("places", "");

    WorldMap map = find(WorldMap.class).single();
    assertThat(map.getElement().getPropertyRaw("places").toString())
        .contains("\"DE\"", "\"Germany\"", "\"US\"")
        .doesNotContain("JP");
    assertThat(map.getElement().getProperty("near", true))
        .as("the United States are far")
        .isFalse();
  }

  @Test
  void probesAreListedAndNotRefused() {
    set.places.add(DataPlace.ofScreen(PlaceKind.PROBE, "tokyo.example", "JP"));
    set.places.add(new DataPlace(PlaceKind.SERVER, "localhost", "FR", "rempart.places.country"));
    open("places", "");

    assertThat(light()).isEqualTo("All data stay in allowed countries");
    assertThat(lines()).singleElement().asString().contains("Probe", "Japan");
  }
}

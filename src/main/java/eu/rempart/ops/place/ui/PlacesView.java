package eu.rempart.ops.place.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.account.right.OpenToEngineers;
import eu.rempart.common.CountryCode;
import eu.rempart.kernel.place.DataPlace;
import eu.rempart.kernel.place.DataPlaces.Judged;
import eu.rempart.kernel.place.PlaceKind;
import eu.rempart.ops.place.PlaceService;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.text.Formats;
import jakarta.annotation.security.RolesAllowed;
import java.text.Collator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Where data go to and lie, and which countries are allowed. */
@Route(value = PlaceNavigation.PLACES, layout = MainLayout.class)
@RolesAllowed(Access.OPERATIONS)
@OpenToEngineers
@StyleSheet("styles/places.css")
public final class PlacesView extends Composite<Div> implements HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  public PlacesView(PlaceService service) {
    List<Judged> places = service.places();
    var page = getContent();
    page.addClassName("places-page");
    page.add(
        new H1(t("places.title")),
        light(places),
        new Paragraph(t("places.sentence")),
        section(
            "places.data",
            "places.data.sentence",
            places,
            PlaceKind.Rule.ENFORCED,
            PlaceKind.Rule.CHOSEN),
        section("places.watch", "places.watch.sentence", places, PlaceKind.Rule.LISTED),
        allowed(service));
  }

  @Override
  public String getPageTitle() {
    return t("places.title");
  }

  private static Paragraph light(List<Judged> places) {
    long refused = places.stream().filter(place -> place.refusal().isPresent()).count();
    var light = new Paragraph(refused == 0 ? t("places.all") : t("places.refused", refused));
    light.addClassNames("places-light", refused == 0 ? "places-well" : "places-wrong");
    light.getElement().setAttribute("role", "status");
    return light;
  }

  private static Section section(
      String key, String sentence, List<Judged> places, PlaceKind.Rule... rules) {
    var lines = new UnorderedList();
    lines.addClassName("lines");
    places.stream()
        .filter(each -> List.of(rules).contains(each.place().kind().rule()))
        .map(PlacesView::line)
        .forEach(lines::add);
    var heading = new H2(t(key));
    heading.setId(key.replace('.', '-'));
    var section = new Section(heading, new Paragraph(t(sentence)), lines);
    section.addClassName("places-panel");
    section.getElement().setAttribute("aria-labelledby", key.replace('.', '-'));
    section.setVisible(lines.getComponentCount() > 0);
    return section;
  }

  private static ListItem line(Judged judged) {
    DataPlace place = judged.place();
    var title = new Div(new Span(t("places.kind." + place.kind().key())));
    title.addClassName("line-title");
    judged
        .refusal()
        .ifPresent(
            why -> {
              var chip = new Span(t("places.refusal." + why.key()));
              chip.addClassNames("line-chip", "places-wrong");
              title.add(chip);
            });
    if (judged.isElsewhere()) {
      var chip =
          new Span(t("places.registered", judged.registered().map(PlacesView::name).orElse("")));
      chip.addClassNames("line-chip", "places-doubt");
      title.add(chip);
    }
    var words = new Div(title, soft(host(place)));
    words.addClassName("line-words");
    judged.refusal().ifPresent(_ -> words.add(soft(remedy(place))));
    var country = new Span(country(place));
    country.addClassName("places-country");
    return new ListItem(words, country);
  }

  private static String country(DataPlace place) {
    return place
        .declared()
        .map(PlacesView::name)
        .orElseGet(
            () -> place.kind().rule() == PlaceKind.Rule.LISTED ? "" : t("places.country.unknown"));
  }

  private static String host(DataPlace place) {
    return place.host().equals("localhost") ? t("places.here") : place.host();
  }

  private static String remedy(DataPlace place) {
    return place.setting().isEmpty()
        ? t("places.remedy.screen")
        : t("places.remedy.setting", place.setting());
  }

  private static Section allowed(PlaceService service) {
    Locale reader = Formats.locale();
    String names =
        service.allowed().countries().stream()
            .map(PlacesView::name)
            .sorted(Collator.getInstance(reader))
            .collect(Collectors.joining(", "));
    var section = new Section(new H2(t("places.allowed")), new Paragraph(names));
    section.addClassName("places-panel");
    section.add(soft(t("places.allowed.sentence")));
    return section;
  }

  private static String name(CountryCode country) {
    return country.name(Formats.locale());
  }

  private static Span soft(String text) {
    var span = new Span(text);
    span.addClassName("line-soft");
    return span;
  }
}

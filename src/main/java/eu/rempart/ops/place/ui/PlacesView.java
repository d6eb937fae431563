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
import eu.rempart.kernel.place.PlaceRefusal;
import eu.rempart.ops.place.PlaceService;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.light.Light;
import eu.rempart.shell.light.Look;
import eu.rempart.shell.part.CommandBlock;
import eu.rempart.shell.text.Formats;
import jakarta.annotation.security.RolesAllowed;
import java.text.Collator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where data go to and lie, and which countries are allowed. */
@Route(value = PlaceNavigation.PLACES, layout = MainLayout.class)
@RolesAllowed(Access.OPERATIONS)
@OpenToEngineers
@StyleSheet("styles/places.css")
public final class PlacesView extends Composite<Div> implements HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private static final Optional<PlaceRefusal> NOT_DECLARED = Optional.of(PlaceRefusal.NOT_DECLARED);

  public PlacesView(PlaceService service) {
    List<Judged> places = service.places();
    var page = getContent();
    page.addClassName("light-page");
    // nothing in it may take the focus, and a phone has to scroll it: so do keys, with this
    page.getElement().setAttribute("tabindex", "0");
    page.getElement().setAttribute("role", "region");
    page.getElement().setAttribute("aria-label", t("places.title"));
    var first =
        new Div(
            section(
                "places.data",
                service.holdsMailboxes() ? "places.data.held" : "places.data.sentence",
                places,
                PlaceKind.Rule.ENFORCED,
                PlaceKind.Rule.CHOSEN),
            new PlacesMap(places));
    first.addClassName("places-first");
    page.add(
        new H1(t("places.title")),
        light(places),
        new Paragraph(t("places.sentence")),
        first,
        section("places.watch", "places.watch.sentence", places, PlaceKind.Rule.LISTED),
        allowed(service));
  }

  @Override
  public String getPageTitle() {
    return t("places.title");
  }

  private static Light light(List<Judged> places) {
    long refused = places.stream().filter(place -> place.refusal().isPresent()).count();
    long unknown = places.stream().filter(PlacesView::isUnknown).count();
    var light = new Light();
    if (refused > 0) {
      light.show(Look.BAD, t("places.refused", refused));
    } else if (unknown > 0) {
      light.show(Look.DOUBT, t("places.unknown", unknown));
    } else {
      light.show(Look.GOOD, t("places.all"));
    }
    return light;
  }

  /** A machine with data that need not say its country to run; then nobody knows where they lie. */
  private static boolean isUnknown(Judged judged) {
    return judged.refusal().isEmpty()
        && judged.place().kind() == PlaceKind.SERVER
        && judged.place().country() == null;
  }

  private static Section section(
      String key, String sentence, List<Judged> places, PlaceKind.Rule... rules) {
    var lines = new UnorderedList();
    lines.addClassName("lines");
    places.stream()
        .filter(each -> List.of(rules).contains(each.place().kind().rule()))
        .map(each -> line(each, places))
        .forEach(lines::add);
    var heading = new H2(t(key));
    heading.setId(key.replace('.', '-'));
    var section = new Section(heading, new Paragraph(t(sentence)), lines);
    section.addClassNames("light-panel", "places-panel");
    section.getElement().setAttribute("aria-labelledby", key.replace('.', '-'));
    section.setVisible(lines.getComponentCount() > 0);
    return section;
  }

  private static ListItem line(Judged judged, List<Judged> all) {
    DataPlace place = judged.place();
    var title = new Div(new Span(t("places.kind." + place.kind().key())));
    title.addClassName("line-title");
    judged
        .refusal()
        .ifPresent(why -> title.add(chip(t("places.refusal." + why.key()), Look.BAD.css())));
    if (isUnknown(judged)) {
      title.add(chip(t("places.refusal." + PlaceRefusal.NOT_DECLARED.key()), Look.DOUBT.css()));
    }
    if (judged.isElsewhere()) {
      String registered = judged.registered().map(PlacesView::name).orElse("");
      title.add(chip(t("places.registered", registered), Look.DOUBT.css()));
    }
    var words = new Div(title, soft(host(place)));
    words.addClassName("line-words");
    if (isUnknown(judged) || judged.refusal().isPresent()) {
      words.add(soft(remedy(judged)));
    }
    if (lacksCountry(judged) && !place.setting().isEmpty()) {
      words.add(new CommandBlock(t("places.setting"), environment(place) + "=FR"));
    }
    serverElsewhere(place, all)
        .ifPresent(server -> words.add(soft(t("places.server-elsewhere", name(server)))));
    var country = new Span(country(judged));
    country.addClassName("places-country");
    return new ListItem(words, country);
  }

  private static boolean lacksCountry(Judged judged) {
    return isUnknown(judged)
        || judged.refusal().equals(NOT_DECLARED)
        || judged.refusal().equals(Optional.of(PlaceRefusal.NO_COUNTRY));
  }

  /** As the environment names a setting. */
  private static String environment(DataPlace place) {
    return place.setting().replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
  }

  /** The country of this server, where a place on it, such as a disk, is declared in another. */
  private static Optional<CountryCode> serverElsewhere(DataPlace place, List<Judged> all) {
    if (!place.isThisMachine() || place.declared().isEmpty()) {
      return Optional.empty();
    }
    return all.stream()
        .map(Judged::place)
        .filter(each -> each.kind() == PlaceKind.SERVER && each.isThisMachine())
        .flatMap(each -> each.declared().stream())
        .filter(country -> !place.declared().equals(Optional.of(country)))
        .findFirst();
  }

  /** Nothing where a chip says that nobody declared it, or nobody need know. */
  private static String country(Judged judged) {
    DataPlace place = judged.place();
    boolean said = isUnknown(judged) || judged.refusal().equals(NOT_DECLARED);
    return place
        .declared()
        .map(PlacesView::name)
        .orElseGet(
            () ->
                said || place.kind().rule() == PlaceKind.Rule.LISTED
                    ? ""
                    : t("places.country.unknown"));
  }

  private static String host(DataPlace place) {
    return place.host().equals("localhost") ? t("places.here") : place.host();
  }

  private static Span chip(String text, String look) {
    var chip = new Span(text);
    chip.addClassNames("line-chip", look);
    return chip;
  }

  private static String remedy(Judged judged) {
    DataPlace place = judged.place();
    String where = place.setting().isEmpty() ? "screen" : "setting";
    return switch (judged.refusal().orElse(PlaceRefusal.NOT_DECLARED)) {
      case NOT_DECLARED, NO_COUNTRY -> t("places.remedy." + where, place.setting());
      case NOT_ALLOWED ->
          place.kind() == PlaceKind.MAILBOX
              ? t("places.remedy.mailbox")
              : t("places.remedy.allowed." + where, place.setting());
      case ELSEWHERE -> t("places.remedy.registered");
    };
  }

  private static Section allowed(PlaceService service) {
    Locale reader = Formats.locale();
    String names =
        service.allowed().countries().stream()
            .map(PlacesView::name)
            .sorted(Collator.getInstance(reader))
            .collect(Collectors.joining(", "));
    var section = new Section(new H2(t("places.allowed")), new Paragraph(names));
    section.addClassNames("light-panel", "places-panel");
    section.add(soft(t("places.allowed.sentence")));
    return section;
  }

  /** In the reader's language. */
  static String name(CountryCode country) {
    return country.name(Formats.locale());
  }

  private static Span soft(String text) {
    var span = new Span(text);
    span.addClassName("line-soft");
    return span;
  }
}

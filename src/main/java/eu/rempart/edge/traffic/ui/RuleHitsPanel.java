package eu.rempart.edge.traffic.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import eu.rempart.account.ui.AccountNavigation;
import eu.rempart.edge.admin.EdgeAdministration;
import eu.rempart.edge.place.Place;
import eu.rempart.edge.rule.CountryRule;
import eu.rempart.edge.rule.RuleTarget;
import eu.rempart.edge.traffic.Measure;
import eu.rempart.edge.traffic.TrafficSnapshot;
import eu.rempart.edge.ui.Lines;
import eu.rempart.edge.ui.Panel;
import eu.rempart.edge.ui.TrafficText;
import eu.rempart.shell.text.Formats;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules by country that hold, and how often each met something. */
final class RuleHitsPanel extends Composite<Panel> {

  private static final long serialVersionUID = 1L;

  private final transient EdgeAdministration administration;
  private final Lines lines = new Lines(t("edge.hits.title"), t("edge.rules.none"));
  private transient List<Object> shown = List.of();

  RuleHitsPanel(EdgeAdministration administration) {
    this.administration = administration;
    getContent().add(lines);
  }

  @Override
  protected Panel initContent() {
    return new Panel(t("edge.hits.title"));
  }

  void show(TrafficSnapshot now, Stretch stretch) {
    Instant moment = Instant.now();
    List<CountryRule> rules =
        administration.rules().stream().filter(rule -> rule.holdsAt(moment)).toList();
    Set<Place> home = administration.settings().home();
    Set<Place> ruled =
        rules.stream()
            .map(CountryRule::target)
            .filter(RuleTarget.OfPlace.class::isInstance)
            .map(target -> new Place(target.key()))
            .collect(Collectors.toSet());
    Map<CountryRule, Long> counted = new LinkedHashMap<>();
    for (CountryRule rule : rules) {
      boolean group = rule.target() instanceof RuleTarget.OfGroup;
      long hits =
          now.byPlace(measures(rule)).entrySet().stream()
              // a country's own rule goes before its group's
              .filter(each -> !group || !ruled.contains(each.getKey()))
              .filter(each -> rule.target().contains(each.getKey(), home))
              .mapToLong(Map.Entry::getValue)
              .sum();
      counted.put(rule, hits);
    }
    // drawn anew only where something changed, so that no focus is lost
    if (!List.of(counted, stretch).equals(shown)) {
      shown = List.of(counted, stretch);
      lines.clear();
      counted.forEach((rule, hits) -> add(rule, hits, stretch));
    }
  }

  private static Measure[] measures(CountryRule rule) {
    return switch (rule.treatment()) {
      case NORMAL -> new Measure[0];
      case SLOWED ->
          new Measure[] {
            Measure.SLOWED_HANDSHAKE, Measure.SLOWED_REQUEST, Measure.COUNTRY_TOO_FAST
          };
      case SECOND_FACTOR -> new Measure[] {Measure.REQUEST_REFUSED};
      case REFUSED -> new Measure[] {Measure.COUNTRY_REFUSED, Measure.REQUEST_REFUSED};
    };
  }

  private void add(CountryRule rule, long hits, Stretch stretch) {
    String where = TrafficText.of(rule.target());
    lines.add(
        where,
        TrafficText.of(rule.treatment()),
        t("edge.hits.line", Formats.number(hits), rule.reason()),
        events(rule, where, stretch));
  }

  private static Component[] events(CountryRule rule, String where, Stretch stretch) {
    if (!(rule.target() instanceof RuleTarget.OfPlace(var place))) {
      return new Component[0];
    }
    var link =
        new Anchor(
            AccountNavigation.events(List.of(), "", place.code(), stretch.length()),
            t("edge.events"));
    link.getElement().setAttribute("router-link", true);
    link.getElement().setAttribute("aria-label", t("edge.events.of", where));
    return new Component[] {link};
  }
}

package eu.rempart.edge.ui;

import eu.rempart.edge.place.Place;
import eu.rempart.edge.rule.PlaceGroup;
import eu.rempart.edge.rule.RuleTarget;
import eu.rempart.shell.text.Texts;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What a rule can be about, in the order of its names. */
final class RuleTargets {

  private RuleTargets() {}

  /** Groups first, then the unknown, then all countries. */
  static List<RuleTarget> all() {
    List<RuleTarget> targets = new ArrayList<>();
    for (PlaceGroup group : PlaceGroup.values()) {
      targets.add(new RuleTarget.OfGroup(group));
    }
    targets.add(new RuleTarget.OfPlace(Place.UNKNOWN));
    countries().stream().map(RuleTarget.OfPlace::new).forEach(targets::add);
    return targets;
  }

  static List<Place> countries() {
    Collator order = Collator.getInstance(Texts.locale());
    return Arrays.stream(Locale.getISOCountries())
        .map(Place::new)
        .sorted(Comparator.comparing(TrafficText::of, order))
        .toList();
  }
}

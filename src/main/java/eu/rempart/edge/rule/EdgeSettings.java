package eu.rempart.edge.rule;

import eu.rempart.edge.place.Place;
import java.util.Map;
import java.util.Set;

/**
 * What administrators set for the edge.
 *
 * @param limits those that are not usual
 * @param home the organisation's own countries
 */
public record EdgeSettings(Map<Limit, Integer> limits, Set<Place> home) {

  /** As it is before anybody sets anything. */
  public static final EdgeSettings USUAL = new EdgeSettings(Map.of(), Set.of());

  /** Copies. */
  public EdgeSettings {
    limits = Map.copyOf(limits);
    home = Set.copyOf(home);
  }

  public int of(Limit limit) {
    return limits.getOrDefault(limit, limit.usual());
  }
}

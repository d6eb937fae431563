package eu.rempart.edge.rule;

import eu.rempart.edge.place.Place;
import java.util.Set;

/** What a rule is about: one country, or a group of them. The rule of a country goes first. */
public sealed interface RuleTarget {

  /** One country, or the unknown. */
  record OfPlace(Place place) implements RuleTarget {
    @Override
    public String key() {
      return place.code();
    }

    @Override
    public boolean contains(Place other, Set<Place> home) {
      return place.equals(other);
    }
  }

  /** A group. */
  record OfGroup(PlaceGroup group) implements RuleTarget {
    @Override
    public String key() {
      return group.key();
    }

    @Override
    public boolean contains(Place other, Set<Place> home) {
      return group.contains(other, home);
    }
  }

  /** As the table {@code edge_rule} writes it: {@code FR}, {@code ZZ}, {@code europe}. */
  String key();

  /** Whether a place is meant, given the organisation's own. */
  boolean contains(Place other, Set<Place> home);

  /**
   * The target of a key.
   *
   * @throws IllegalArgumentException if it is neither two letters nor a group
   */
  static RuleTarget of(String key) {
    for (PlaceGroup group : PlaceGroup.values()) {
      if (group.key().equals(key)) {
        return new OfGroup(group);
      }
    }
    return new OfPlace(new Place(key));
  }
}

package eu.rempart.edge.abuse;

import eu.rempart.edge.place.Place;
import java.util.List;

/**
 * A flood of connections that goes on.
 *
 * @param refused connections until now
 * @param most where most of them come from, at most five places, the busiest first
 */
public record Flood(long refused, List<Place> most) {

  /** Copies. */
  public Flood {
    most = List.copyOf(most);
  }
}

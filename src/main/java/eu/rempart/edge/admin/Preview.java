package eu.rempart.edge.admin;

import eu.rempart.edge.place.Place;
import eu.rempart.edge.traffic.PlacedSource;
import java.util.List;
import java.util.SortedMap;

/**
 * What a change would have refused or slowed in the last seven days, by what was recorded then.
 *
 * @param connections finished handshakes that it would have refused or slowed
 * @param requests that were served and would not have been, or later
 * @param signIns members' sign-ins among them: people who would have been kept out
 * @param byPlace connections by place
 * @param sources the busiest of the sources that it is about; of limits, all that it would have met
 * @param complete false where only the busiest sources were recorded, so that there may be more
 * @param basis what it was worked out by
 */
public record Preview(
    long connections,
    long requests,
    long signIns,
    SortedMap<Place, Long> byPlace,
    List<PlacedSource> sources,
    boolean complete,
    Basis basis) {

  /** How near to the truth it is; each has its words under {@code edge.preview.basis}. */
  public enum Basis {
    /** Counted one by one. */
    COUNTS,
    /** Of sources whose peak was higher everything is counted, before and after it too. */
    PEAKS,
    /** As peaks, but added up over addresses that need not have been there at the same moment. */
    SUMS,
    /** By averages over five minutes: shorter bursts do not show. */
    AVERAGES,
    /** Scores fade and are not kept: nobody knows whom it would have met. */
    UNKNOWN,
    /** It refuses nobody. */
    NOTHING
  }
}

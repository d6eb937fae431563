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
 */
public record Preview(
    long connections,
    long requests,
    long signIns,
    SortedMap<Place, Long> byPlace,
    List<PlacedSource> sources,
    boolean complete) {}

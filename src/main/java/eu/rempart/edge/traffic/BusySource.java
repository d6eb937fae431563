package eu.rempart.edge.traffic;

import eu.rempart.edge.limit.SourceFacts;
import eu.rempart.edge.place.Place;

/**
 * One of the busiest sources.
 *
 * @param known whether members signed in from there lately
 */
public record BusySource(SourceFacts facts, Place place, boolean known) {}

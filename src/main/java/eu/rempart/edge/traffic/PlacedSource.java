package eu.rempart.edge.traffic;

import eu.rempart.edge.limit.SourceWindow;
import eu.rempart.edge.place.Place;

/** What a source did, and where it is. */
public record PlacedSource(SourceWindow window, Place place) {}

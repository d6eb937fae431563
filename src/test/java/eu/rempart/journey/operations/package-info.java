/** Journeys of those who watch over an installation: checks, places, alarms, traffic. */
@NullMarked
package eu.rempart.journey.operations;

import org.jspecify.annotations.NullMarked;

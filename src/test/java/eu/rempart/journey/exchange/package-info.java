/** Journeys of what is brought in and taken along. */
@NullMarked
package eu.rempart.journey.exchange;

import org.jspecify.annotations.NullMarked;

/** Journeys of who comes in, who stays out, and what each may reach. */
@NullMarked
package eu.rempart.journey.account;

import org.jspecify.annotations.NullMarked;

/**
 * Places beside the usual ones, which an organisation made itself: a code, and a name that people
 * read. Knows neither agents nor checks, and asks for no right.
 */
@NullMarked
package eu.rempart.watch.place;

import org.jspecify.annotations.NullMarked;

/**
 * Small mains behind {@code ./rempart bench}, and the synthetic people they work with. Nothing here
 * runs in the application itself, except that the demo data are made of the same people.
 */
@NullMarked
package eu.rempart.bench;

import org.jspecify.annotations.NullMarked;

/**
 * Keeps what was measured: every result, figures that grow with each of them, the state of each
 * check, and incidents with their story. Measures by itself for the zone that is this server.
 */
@NullMarked
package eu.rempart.watch.result;

import org.jspecify.annotations.NullMarked;

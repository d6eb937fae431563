/**
 * Measures: names, connections, handshakes and pages over the network, each part timed by itself,
 * and levels of this machine. Knows no database; a probe elsewhere measures with the same classes.
 */
@NullMarked
package eu.rempart.watch.measure;

import org.jspecify.annotations.NullMarked;

/**
 * Where channels lead: the peers that administrators set up, kept in the database with their
 * passwords sealed, so that alerts go out while nobody is signed in.
 */
@NullMarked
package eu.rempart.alert.channel.peer;

import org.jspecify.annotations.NullMarked;

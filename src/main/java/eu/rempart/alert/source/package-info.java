/**
 * What incidents are made of: outages of the watch, what the edge and the vault note, pairs that
 * are incomplete. Each is asked, so that nothing is lost whenever who dies.
 */
@NullMarked
package eu.rempart.alert.source;

import org.jspecify.annotations.NullMarked;

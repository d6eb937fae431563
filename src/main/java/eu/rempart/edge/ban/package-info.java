/**
 * Bans: temporary, growing with repetition, with evidence in words, the same on all nodes and after
 * a restart. They are kept in the database; the gates read them as a set of networks.
 */
@NullMarked
package eu.rempart.edge.ban;

import org.jspecify.annotations.NullMarked;

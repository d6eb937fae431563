/**
 * The keys of TLS session tickets that all nodes and edges share: made, sealed, rotated daily, and
 * spread by the database.
 */
@NullMarked
package eu.rempart.edge.ticket;

import org.jspecify.annotations.NullMarked;

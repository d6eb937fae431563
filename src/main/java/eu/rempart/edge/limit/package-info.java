/**
 * Limits on sources, in memory of a fixed size: what a source did lately, how many connections it
 * has, and sets of networks. Nothing here grows with the number of attackers.
 */
@NullMarked
package eu.rempart.edge.limit;

import org.jspecify.annotations.NullMarked;

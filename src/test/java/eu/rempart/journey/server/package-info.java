/**
 * Journeys of the machine underneath: certificates, databases, nodes, and what its operator can
 * read.
 */
@NullMarked
package eu.rempart.journey.server;

import org.jspecify.annotations.NullMarked;

@NullMarked
package eu.rempart.edge.ticket;

import org.jspecify.annotations.NullMarked;

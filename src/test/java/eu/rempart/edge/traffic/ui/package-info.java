/** The dashboard of the edge. */
@NullMarked
package eu.rempart.edge.traffic.ui;

import org.jspecify.annotations.NullMarked;

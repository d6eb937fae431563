/**
 * What administrators see of the edge: the traffic as it comes, what was refused and why, who is
 * banned; and where they say who may come.
 */
@NullMarked
package eu.rempart.edge.ui;

import org.jspecify.annotations.NullMarked;

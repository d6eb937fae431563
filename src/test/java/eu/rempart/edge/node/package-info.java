@NullMarked
package eu.rempart.edge.node;

import org.jspecify.annotations.NullMarked;

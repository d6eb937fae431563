@NullMarked
package eu.rempart.edge.front;

import org.jspecify.annotations.NullMarked;

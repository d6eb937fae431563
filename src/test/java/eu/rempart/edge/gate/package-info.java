/** Tests of gates 1 and 2. */
@NullMarked
package eu.rempart.edge.gate;

import org.jspecify.annotations.NullMarked;

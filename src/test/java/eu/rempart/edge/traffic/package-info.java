/** Tests of counting and showing traffic. */
@NullMarked
package eu.rempart.edge.traffic;

import org.jspecify.annotations.NullMarked;

/** Tests of {@code ./rempart ca}. */
@NullMarked
package eu.rempart.edge.authority;

import org.jspecify.annotations.NullMarked;

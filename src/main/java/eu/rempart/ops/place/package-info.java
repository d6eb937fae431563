/** Shows where data go to and lie. What may leave is decided in {@code kernel.place}. */
@NullMarked
package eu.rempart.ops.place;

import org.jspecify.annotations.NullMarked;

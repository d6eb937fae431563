/**
 * Which country an address belongs to, as the number registries or the operator's own file say. A
 * hint, not a proof: addresses are lent, sold and tunnelled.
 */
@NullMarked
package eu.rempart.edge.place;

import org.jspecify.annotations.NullMarked;

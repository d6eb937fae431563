/** Tests of the places of addresses. */
@NullMarked
package eu.rempart.edge.place;

import org.jspecify.annotations.NullMarked;

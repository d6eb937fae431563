/** Tests of deals. */
@NullMarked
package eu.rempart.deal;

import org.jspecify.annotations.NullMarked;

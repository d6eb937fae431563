/** Tests of deals. */
@NullMarked
package eu.rempart.deal.pipeline;

import org.jspecify.annotations.NullMarked;

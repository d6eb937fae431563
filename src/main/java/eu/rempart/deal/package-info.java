/**
 * Deals: what may be sold, to whom, and how far it is. One door in, {@link
 * eu.rempart.deal.DealService}; pipelines and the board lie in packages of their own below.
 */
@NullMarked
package eu.rempart.deal;

import org.jspecify.annotations.NullMarked;

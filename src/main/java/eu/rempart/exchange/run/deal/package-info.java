/**
 * What happens to the rows of a file of deals: matched with the deals that are there, put into the
 * stages of our pipelines, linked with the companies and people that they name.
 */
@NullMarked
package eu.rempart.exchange.run.deal;

import org.jspecify.annotations.NullMarked;

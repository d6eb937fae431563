/**
 * What happens to the rows of a file: matched with the records that are there, previewed, written
 * in one transaction, undone.
 */
@NullMarked
package eu.rempart.exchange.run;

import org.jspecify.annotations.NullMarked;

/** How the columns of a table write numbers and dates, and what a person says of the rest. */
@NullMarked
package eu.rempart.exchange.csv.writing;

import org.jspecify.annotations.NullMarked;

/**
 * What every file brings, whatever its format: people, companies and the links between them, and
 * what is wrong with a row or a file. Neutral records; they know no database and no screen.
 */
@NullMarked
package eu.rempart.exchange.format;

import org.jspecify.annotations.NullMarked;

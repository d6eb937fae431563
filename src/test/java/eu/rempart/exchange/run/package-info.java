/** Imports against a real PostgreSQL, the real vault and the real index. */
@NullMarked
package eu.rempart.exchange.run;

import org.jspecify.annotations.NullMarked;

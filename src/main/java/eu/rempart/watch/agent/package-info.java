/**
 * {@code ./rempart probe}: the program that measures in a zone, keeps what it finds until home has
 * it, and knows home by its key. It knows neither Spring nor a database.
 */
@NullMarked
package eu.rempart.watch.agent;

import org.jspecify.annotations.NullMarked;

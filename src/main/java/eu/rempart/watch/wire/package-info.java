/**
 * What agents and home say to each other: keys, signatures, and the form of requests and answers.
 * Both sides use it; it knows neither Spring nor a database.
 */
@NullMarked
package eu.rempart.watch.wire;

import org.jspecify.annotations.NullMarked;

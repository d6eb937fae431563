/**
 * The command {@code ./rempart ca}: shows, issues, renews, revokes and hands out what the own
 * authority makes, beside the running product. Starts without Spring, to be quick.
 */
@NullMarked
package eu.rempart.edge.authority;

import org.jspecify.annotations.NullMarked;

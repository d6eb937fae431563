/**
 * Whether the installation works, told to those who look after it: probes, checks and figures.
 * Knows no business room and no customer data.
 */
@NullMarked
package eu.rempart.watch;

import org.jspecify.annotations.NullMarked;

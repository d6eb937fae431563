/**
 * Tests of the command {@code ./rempart} at the top of the repository and of its parts in {@code
 * src/cli}: what it says to wrong calls, how it finds tools, what {@code info} and {@code doctor}
 * print. Nothing here builds or starts the application.
 */
@NullMarked
package eu.rempart.cli;

import org.jspecify.annotations.NullMarked;

/** Secrets that people take along: shown once, printed, or saved by the browser itself. */
@NullMarked
package eu.rempart.shell.secret;

import org.jspecify.annotations.NullMarked;

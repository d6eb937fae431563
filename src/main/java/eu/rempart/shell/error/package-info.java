/**
 * What a person sees when something goes wrong: a sentence, the next step and a short code. The
 * same code is in the log beside the exception, which never reaches the screen.
 */
@NullMarked
package eu.rempart.shell.error;

import org.jspecify.annotations.NullMarked;

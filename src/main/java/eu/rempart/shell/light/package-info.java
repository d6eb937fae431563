/** Pages that begin with a light: a sentence that says how things are. */
@NullMarked
package eu.rempart.shell.light;

import org.jspecify.annotations.NullMarked;

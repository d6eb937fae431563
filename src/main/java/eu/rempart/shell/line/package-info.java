/** Lines of what is sold, to type and to read, wherever they stand. */
@NullMarked
package eu.rempart.shell.line;

import org.jspecify.annotations.NullMarked;

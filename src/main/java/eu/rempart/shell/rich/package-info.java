/** Text with a few marks on the screen: a field to write it in, and a place to read it. */
@NullMarked
package eu.rempart.shell.rich;

import org.jspecify.annotations.NullMarked;

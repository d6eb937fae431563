/** The screen on which engineers and administrators say what is watched, and read how it is. */
@NullMarked
package eu.rempart.watch.ui;

import org.jspecify.annotations.NullMarked;

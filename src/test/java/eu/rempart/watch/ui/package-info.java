/** Tests of the screen of the watch. */
@NullMarked
package eu.rempart.watch.ui;

import org.jspecify.annotations.NullMarked;

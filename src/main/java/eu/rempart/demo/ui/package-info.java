/** Says on pages that the demo firm is moving in, or that it did not get through. */
@NullMarked
package eu.rempart.demo.ui;

import org.jspecify.annotations.NullMarked;

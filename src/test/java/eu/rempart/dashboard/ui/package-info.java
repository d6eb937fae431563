/** Tests of the screen of figures. */
@NullMarked
package eu.rempart.dashboard.ui;

import org.jspecify.annotations.NullMarked;

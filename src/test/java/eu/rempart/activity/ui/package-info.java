/** Tests of the screens of activities. */
@NullMarked
package eu.rempart.activity.ui;

import org.jspecify.annotations.NullMarked;

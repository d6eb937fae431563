/** Tests of the fields of activities. */
@NullMarked
package eu.rempart.activity.ui.field;

import org.jspecify.annotations.NullMarked;

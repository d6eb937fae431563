/**
 * The fields of an activity's form that are more than a text: when, how long, how often, about
 * whom.
 */
@NullMarked
package eu.rempart.activity.ui.field;

import org.jspecify.annotations.NullMarked;

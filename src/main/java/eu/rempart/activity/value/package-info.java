/** What an activity says of itself: its kind, state and importance, when it is, how it recurs. */
@NullMarked
package eu.rempart.activity.value;

import org.jspecify.annotations.NullMarked;

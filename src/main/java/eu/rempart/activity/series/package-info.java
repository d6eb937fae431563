/**
 * Activities that recur: unfolded where a calendar looks, and moved on when one of them is done
 * (decision record 0044).
 */
@NullMarked
package eu.rempart.activity.series;

import org.jspecify.annotations.NullMarked;

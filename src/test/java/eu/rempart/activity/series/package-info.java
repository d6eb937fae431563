/** Tests of activities by time. */
@NullMarked
package eu.rempart.activity.series;

import org.jspecify.annotations.NullMarked;

/** Tests of meetings with those who take part. */
@NullMarked
package eu.rempart.activity.meeting;

import org.jspecify.annotations.NullMarked;

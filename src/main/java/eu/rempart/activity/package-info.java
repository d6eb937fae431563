/**
 * Activities: what people do with a customer, be it a task, a call or a meeting, when, and about
 * whom. One door in, {@link eu.rempart.activity.ActivityService}.
 */
@NullMarked
package eu.rempart.activity;

import org.jspecify.annotations.NullMarked;

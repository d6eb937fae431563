/**
 * Reaches those who are on duty when something is wrong: incidents, who is on duty, escalation, and
 * the channels that a message takes. Knows no customer data.
 */
@NullMarked
package eu.rempart.alert;

import org.jspecify.annotations.NullMarked;

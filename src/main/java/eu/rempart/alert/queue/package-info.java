/**
 * Messages on their way to people: where each person is reached, what waits, and the sending of it,
 * once, by one node, by the next channel where one fails. Knows nothing of incidents.
 */
@NullMarked
package eu.rempart.alert.queue;

import org.jspecify.annotations.NullMarked;

/** Tests of the room of the same name. */
@NullMarked
package eu.rempart.alert.queue;

import org.jspecify.annotations.NullMarked;

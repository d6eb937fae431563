/** Tests of the room of the same name. */
@NullMarked
package eu.rempart.alert.duty;

import org.jspecify.annotations.NullMarked;

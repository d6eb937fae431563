/** Tests of the room of the same name. */
@NullMarked
package eu.rempart.alert.incident;

import org.jspecify.annotations.NullMarked;

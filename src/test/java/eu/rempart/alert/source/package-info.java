/** Tests of the room of the same name. */
@NullMarked
package eu.rempart.alert.source;

import org.jspecify.annotations.NullMarked;

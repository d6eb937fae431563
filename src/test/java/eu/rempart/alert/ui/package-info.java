/** Tests of the room of the same name. */
@NullMarked
package eu.rempart.alert.ui;

import org.jspecify.annotations.NullMarked;

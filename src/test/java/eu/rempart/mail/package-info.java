/** Tests of the room mail. */
@NullMarked
package eu.rempart.mail;

import org.jspecify.annotations.NullMarked;

/** Tests of the room email. */
@NullMarked
package eu.rempart.email.mime;

import org.jspecify.annotations.NullMarked;

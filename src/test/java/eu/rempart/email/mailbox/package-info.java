/** Tests of the room email. */
@NullMarked
package eu.rempart.email.mailbox;

import org.jspecify.annotations.NullMarked;

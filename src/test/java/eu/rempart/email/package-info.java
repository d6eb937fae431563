/** Tests of the room email, with real mail servers on loopback. */
@NullMarked
package eu.rempart.email;

import org.jspecify.annotations.NullMarked;

/** Tests of the room email. */
@NullMarked
package eu.rempart.email.template;

import org.jspecify.annotations.NullMarked;

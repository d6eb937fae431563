/** Tests of mails about quotes. */
@NullMarked
package eu.rempart.email.quoted;

import org.jspecify.annotations.NullMarked;

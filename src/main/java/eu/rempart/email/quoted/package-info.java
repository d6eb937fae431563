/** Mails about quotes: on which records they lie, and the document that goes with them. */
@NullMarked
package eu.rempart.email.quoted;

import org.jspecify.annotations.NullMarked;

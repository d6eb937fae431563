/**
 * Connections to servers of mailboxes, which strangers run: where they lead to, how much is taken
 * of an answer, and how long it all may take.
 */
@NullMarked
package eu.rempart.email.imap;

import org.jspecify.annotations.NullMarked;

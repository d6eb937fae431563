/**
 * Members' own mailboxes: read over IMAP (RFC 9051) while their member is signed in, each mail
 * filed on the records of those whom it is from or to, and no other kept.
 */
@NullMarked
package eu.rempart.email.mailbox;

import org.jspecify.annotations.NullMarked;

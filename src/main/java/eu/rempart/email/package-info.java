/**
 * E-mails with customers, on the records that they are about: written here and sent by the room
 * mail, or read from a member's mailbox and filed. Two doors in: {@link
 * eu.rempart.email.EmailService} for what is there, {@link eu.rempart.email.SendingService} for
 * what goes out.
 */
@NullMarked
package eu.rempart.email;

import org.jspecify.annotations.NullMarked;

package eu.rempart.email.mailbox;

/** Why a mailbox can't be read. The names are those in the table {@code mailbox}. */
public enum MailboxFault {
  /** Nobody answers under this name and port, or not in time. */
  UNREACHABLE,
  /** The connection can't be encrypted, or the certificate is not trusted. */
  TLS,
  /** The server does not take user and password. */
  CREDENTIALS,
  /** There is no such folder. */
  FOLDER,
  /** The name leads to an address inside, which the operator did not allow. */
  ADDRESS,
  /** Its address is in none of the countries that mailboxes may be in. */
  PLACE,
  /** What answers there does not speak IMAP. */
  NOT_IMAP,
  /** The server sent, or announced, more than any mailbox has. */
  TOO_MUCH,
  /** The server took so long that the look was broken off. */
  LATE,
  /** The same member tried too often within a short time. */
  OFTEN,
  /** The server said something else. */
  OTHER
}

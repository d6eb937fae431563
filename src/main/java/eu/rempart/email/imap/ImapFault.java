package eu.rempart.email.imap;

/** Why a connection to a mail server was ended from here. */
public enum ImapFault {
  /** The name leads to an address that connections of members may not go to. */
  ADDRESS,
  /** The address is in none of the countries that mailboxes may be in. */
  PLACE,
  /** What answers there does not speak IMAP. */
  NOT_IMAP,
  /** One answer was larger, or announced more, than any mailbox has. */
  TOO_MUCH,
  /** The time of the whole connection is over. */
  LATE
}

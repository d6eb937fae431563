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
  /** The server said something else. */
  OTHER
}

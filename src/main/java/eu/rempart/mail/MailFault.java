package eu.rempart.mail;

/** Why a letter did not get through. The names are those in the table {@code mail}. */
public enum MailFault {
  /** Nobody answers under this name and port, or not in time. */
  UNREACHABLE,
  /** The country of the server is not declared, or not allowed. */
  PLACE,
  /** The connection can't be encrypted, or the certificate is not trusted. */
  TLS,
  /** The server does not take user and password. */
  CREDENTIALS,
  /** The server does not take it now. */
  LATER,
  /** The server does not take it, and says that this will not change. */
  REFUSED,
  /** There is nobody to send it to. */
  NO_RECIPIENT
}

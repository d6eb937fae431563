package eu.rempart.mail.relay;

/** How the connection to the mail server is encrypted. */
public enum MailTls {
  /** In clear until both sides agree on TLS; nothing is sent where the server does not. */
  STARTTLS,
  /** From the first byte. */
  TLS,
  /** Not at all: for a server on this very machine. */
  NONE
}

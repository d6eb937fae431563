package eu.rempart.email.mailbox;

/** How a mailbox is reached: never in clear. */
public enum MailboxTls {
  /** Encrypted from the first byte; port 993. */
  TLS,
  /** Encrypted after a word in clear, and given up where that fails; port 143. */
  STARTTLS
}

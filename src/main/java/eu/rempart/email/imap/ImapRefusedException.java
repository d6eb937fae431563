package eu.rempart.email.imap;

import java.io.IOException;

/** Ends a connection to a mail server; says nothing of what the server sent. */
final class ImapRefusedException extends IOException {

  private static final long serialVersionUID = 1L;

  ImapRefusedException(ImapFault fault) {
    super("connection ended: " + fault);
  }
}

package eu.rempart.email.mailbox;

import eu.rempart.mail.MailFault;
import eu.rempart.mail.MailRefusedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;

/**
 * A mailbox can't be read. Its message says the kind of fault alone; the server's words, which may
 * quote a name, are apart from it and not for logs.
 */
final class MailboxRefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final MailboxFault fault;
  private final String said;

  MailboxRefusedException(MessagingException cause) {
    this(fault(cause), MailRefusedException.of(cause).said(), cause);
  }

  /** Ended from here: nothing of what the server sent is told. */
  MailboxRefusedException(MailboxFault fault, Throwable cause) {
    this(fault, "", cause);
  }

  private MailboxRefusedException(MailboxFault fault, String said, Throwable cause) {
    super(fault.name(), cause);
    this.fault = fault;
    this.said = said;
  }

  private static MailboxFault fault(MessagingException cause) {
    if (cause instanceof FolderNotFoundException) {
      return MailboxFault.FOLDER;
    }
    MailFault fault = MailRefusedException.of(cause).fault();
    return switch (fault) {
      case TLS -> MailboxFault.TLS;
      case CREDENTIALS -> MailboxFault.CREDENTIALS;
      case UNREACHABLE ->
          cause.getCause() == null && cause.getNextException() == null
              ? MailboxFault.OTHER
              : MailboxFault.UNREACHABLE;
      case PLACE -> MailboxFault.PLACE;
      case LATER, REFUSED, NO_RECIPIENT -> MailboxFault.OTHER;
    };
  }

  MailboxFault fault() {
    return fault;
  }

  /** Word for word; empty where it was ended from here. */
  String said() {
    return said;
  }
}

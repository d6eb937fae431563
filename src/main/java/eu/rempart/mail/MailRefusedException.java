package eu.rempart.mail;

import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;

/**
 * A letter did not get through, or a mailbox did not open. Its message says what the reply was; the
 * words of the reply, which may quote an address, are apart from it and not for logs.
 */
public final class MailRefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final MailFault fault;
  private final @Nullable Integer reply;
  private final String said;
  private final boolean inDoubt;

  MailRefusedException(MailFault fault, @Nullable Integer reply, @Nullable Throwable cause) {
    this(fault, reply, cause, false);
  }

  private MailRefusedException(
      MailFault fault, @Nullable Integer reply, @Nullable Throwable cause, boolean inDoubt) {
    super(fault + (reply == null ? "" : " " + reply), cause);
    this.fault = fault;
    this.reply = reply;
    this.said = cause == null ? "" : Faults.said(cause);
    this.inDoubt = inDoubt;
  }

  /** The same of a mail all of which was sent: perhaps it was taken, unless there is a reply. */
  MailRefusedException afterAll() {
    return new MailRefusedException(fault, reply, getCause(), reply == null);
  }

  /** What an exception of the mail library stands for. */
  public static MailRefusedException of(MessagingException thrown) {
    return Faults.of(thrown);
  }

  public MailFault fault() {
    return fault;
  }

  /** Whether all of it was sent and no reply came: perhaps it was taken. */
  public boolean inDoubt() {
    return inDoubt;
  }

  /** Whether the other side was silent for too long. */
  public boolean timedOut() {
    return getCause() != null && Faults.timedOut(getCause());
  }

  /** Three digits; null where it did not come to a reply. */
  public @Nullable Integer reply() {
    return reply;
  }

  /**
   * What the other side said, word for word, or the connection did; at most {@value Faults#MOST}
   * characters, and empty where nothing is known. May hold customer data.
   */
  public String said() {
    return said;
  }
}

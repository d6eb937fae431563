package eu.rempart.alert.channel;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** That a message did not go out, or perhaps. Holds nothing of what a peer said but a number. */
public final class ChannelException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** The peer said no. */
    REFUSED,
    UNREACHABLE,
    /** The country of the peer is not declared, or not allowed. */
    PLACE,
    /** Nothing of the message was sent in time. */
    TIMEOUT,
    /** What the peer answered makes no sense. */
    GARBAGE,
    NOT_CONFIGURED,
    /** The peer took it, tried, and gave up. */
    NOT_DELIVERED,
    /** The message was sent and its answer never came: perhaps it was taken. */
    IN_DOUBT;

    /** As keys of texts name it: {@code in-doubt}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Reason reason;
  private final boolean retry;
  private final @Nullable Integer number;

  /**
   * @param retry whether the same may work later; never for a message in doubt
   * @param number what the peer answered: a status of HTTP, SMTP, SNPP or SMPP
   */
  public ChannelException(
      Reason reason, boolean retry, @Nullable Integer number, @Nullable Throwable cause) {
    super(number == null ? reason.key() : reason.key() + " " + number, cause);
    this.reason = reason;
    this.retry = retry && reason != Reason.IN_DOUBT;
    this.number = number;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }

  /** Whether the same may work later. */
  public boolean retry() {
    return retry;
  }

  /** What the peer answered. */
  public @Nullable Integer number() {
    return number;
  }
}

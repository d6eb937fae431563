package eu.rempart.common.command;

import java.io.Serial;

/** The command was called with something that it doesn't know; the message is for the caller. */
public final class WrongCallException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public WrongCallException(String message) {
    super(message);
  }
}

package eu.rempart.edge.authority;

import java.io.Serial;

/** The command was called with something that it doesn't know; the message is for the caller. */
final class WrongCallException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  WrongCallException(String message) {
    super(message);
  }
}

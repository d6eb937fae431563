package eu.rempart.watch.agent;

import org.jspecify.annotations.Nullable;

/** The program can't go on; the message is for whoever started it. */
final class AgentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  AgentException(String message) {
    this(message, null);
  }

  AgentException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}

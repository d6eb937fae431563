package eu.rempart.edge.front;

/**
 * The configuration can't be used; the message says where, what was found, and what is expected.
 */
final class WrongConfigException extends RuntimeException {

  WrongConfigException(String message) {
    super(message);
  }
}

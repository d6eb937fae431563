package eu.rempart.tls.hello;

/** What came is no ClientHello that we take. The message quotes nothing of it. */
public final class HelloException extends Exception {
  private static final long serialVersionUID = 1;

  HelloException(String message) {
    super(message, null, false, false); // hostile input must stay cheap: no stack trace
  }

  static void check(boolean holds, String otherwise) throws HelloException {
    if (!holds) {
      throw new HelloException("No ClientHello: " + otherwise);
    }
  }
}

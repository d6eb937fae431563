package eu.rempart.tls.proxy;

/** What came is no header of the PROXY protocol, version 2. The message quotes nothing of it. */
public final class ProxyHeaderException extends Exception {
  private static final long serialVersionUID = 1;

  ProxyHeaderException(String message) {
    super(message, null, false, false); // hostile input must stay cheap: no stack trace
  }
}

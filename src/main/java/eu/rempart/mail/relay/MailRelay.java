package eu.rempart.mail.relay;

import org.jspecify.annotations.Nullable;

/**
 * A mail server that takes what Rempart sends.
 *
 * @param host a name or an address, which its certificate must bear
 * @param port 1 to 65535
 * @param tls how the connection is encrypted
 * @param user null for servers that ask nobody who sends
 * @param password of the user; null where there is none, or it is not to be told
 * @param from the sender's address
 */
public record MailRelay(
    String host,
    int port,
    MailTls tls,
    @Nullable String user,
    @Nullable String password,
    String from) {

  /** Without the password. */
  @Override
  public String toString() {
    return "MailRelay[%s:%d, %s]".formatted(host, port, tls);
  }
}

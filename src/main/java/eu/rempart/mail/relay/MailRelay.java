package eu.rempart.mail.relay;

import eu.rempart.kernel.place.DataPlace;
import org.jspecify.annotations.Nullable;

/**
 * A mail server that takes what Rempart sends.
 *
 * @param place its host is a name or an address, which its certificate must bear
 * @param port 1 to 65535
 * @param tls how the connection is encrypted
 * @param user null for servers that ask nobody who sends
 * @param password of the user; null where there is none, or it is not to be told
 * @param from the sender's address
 */
public record MailRelay(
    DataPlace place,
    int port,
    MailTls tls,
    @Nullable String user,
    @Nullable String password,
    String from) {

  /** Its name or address. */
  public String host() {
    return place.host();
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "MailRelay[%s:%d, %s]".formatted(host(), port, tls);
  }
}

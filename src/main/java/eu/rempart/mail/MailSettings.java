package eu.rempart.mail;

import eu.rempart.kernel.place.DataPlace;
import eu.rempart.kernel.place.PlaceKind;
import eu.rempart.mail.relay.MailRelay;
import eu.rempart.mail.relay.MailTls;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code rempart.mail.*}: the mail server that takes what Rempart sends.
 *
 * @param host its name, which its certificate must bear; without one no mail is sent
 * @param country where it is, two letters; needed but for a server on this very machine
 * @param port 587 for STARTTLS, 465 for TLS
 * @param tls how the connection is encrypted; nothing is sent where that fails
 * @param user for servers that ask who sends
 * @param password of the user
 * @param trust a PEM file with the authority of its certificate, where that is not a public one
 * @param from the sender's address
 * @param site the address under which people reach Rempart, without a slash at the end
 * @param patience how long the server may be silent
 */
@ConfigurationProperties("rempart.mail")
record MailSettings(
    @Nullable String host,
    @Nullable String country,
    @DefaultValue("587") int port,
    @DefaultValue("STARTTLS") MailTls tls,
    @Nullable String user,
    @Nullable String password,
    @Nullable Path trust,
    @Nullable String from,
    @Nullable String site,
    @DefaultValue("20s") Duration patience) {

  private static final Duration HURRY = Duration.ofSeconds(10);

  MailSettings {
    if (password != null && tls == MailTls.NONE) {
      throw new IllegalArgumentException(
          "rempart.mail.password is set, but rempart.mail.tls is none: a password goes over no"
              + " connection that is not encrypted");
    }
    if (host != null && !host.isBlank() && (from == null || from.isBlank())) {
      throw new IllegalArgumentException(
          "rempart.mail.host is set, but rempart.mail.from, the sender's address, is not");
    }
  }

  boolean enabled() {
    return host != null && !host.isBlank();
  }

  /** These settings, but for another server. */
  MailSettings leadingTo(MailRelay relay) {
    return new MailSettings(
        relay.host(),
        relay.place().country(),
        relay.port(),
        relay.tls(),
        relay.user(),
        relay.password(),
        trust,
        relay.from(),
        site,
        patience);
  }

  /** The server as people may see it: without the password. */
  MailRelay shown() {
    return new MailRelay(place(), port, tls, user, null, Objects.requireNonNull(from));
  }

  /** Where it is. */
  DataPlace place() {
    return new DataPlace(
        PlaceKind.MAIL, Objects.requireNonNull(host), country, "rempart.mail.country");
  }

  /** For what can't wait long for a silent server. */
  MailSettings hurried() {
    Duration brief = patience.compareTo(HURRY) < 0 ? patience : HURRY;
    return new MailSettings(host, country, port, tls, user, password, trust, from, site, brief);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "MailSettings[%s:%d, %s]".formatted(host, port, tls);
  }
}

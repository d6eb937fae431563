package eu.rempart.email.mailbox;

import eu.rempart.common.net.PeerAddresses;
import eu.rempart.tls.gate.Prefix;
import eu.rempart.tls.gate.Source;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code rempart.mailbox.*}: how members' mailboxes are read.
 *
 * @param trust a PEM file with the authority of mail servers whose certificate is not a public
 *     one's
 * @param patience how long a server may be silent
 * @param longest how long one look may take, however much the server sends; the rest follows in the
 *     next one
 * @param inside networks, in CIDR notation, of private addresses on which mail servers may stand;
 *     without it, none at addresses that are not public
 * @param tries how often a member may have this server connect to a mail server within ten minutes
 */
@ConfigurationProperties("rempart.mailbox")
record MailboxSettings(
    @Nullable Path trust,
    @DefaultValue("20s") Duration patience,
    @DefaultValue("5m") Duration longest,
    @DefaultValue List<String> inside,
    @DefaultValue("20") int tries) {

  /**
   * Where connections may go.
   *
   * @throws IllegalArgumentException if a network is not written as one
   */
  Predicate<InetAddress> addresses() {
    List<Prefix> networks;
    try {
      networks = inside.stream().map(Prefix::of).toList();
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException("rempart.mailbox.inside: " + wrong.getMessage(), wrong);
    }
    return address -> {
      Source source = Source.of(address);
      return !PeerAddresses.refused(address)
          && (!PeerAddresses.inside(address)
              || networks.stream().anyMatch(each -> each.contains(source.high(), source.low())));
    };
  }
}

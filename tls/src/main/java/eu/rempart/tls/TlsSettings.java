package eu.rempart.tls;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * What {@link ServerTls#open} needs to know.
 *
 * @param home the home folder; own keys and certificates live in its folder {@code tls}
 * @param hostNames names and IP addresses under which people reach the server, beside localhost and
 *     the machine's own name, which are always included; unused with {@code operator}
 * @param authorityNames further names for which the own authority may issue, such as those of a
 *     second site; {@code *.example.org} permits all below
 * @param operator the operator's own certificate, used instead of one of the own authority
 * @param profile protocols and cipher suites
 * @param clock tells what is expired or due for renewal
 */
public record TlsSettings(
    Path home,
    List<String> hostNames,
    List<String> authorityNames,
    Optional<OperatorCertificate> operator,
    TlsProfile profile,
    Clock clock) {

  public TlsSettings {
    hostNames = List.copyOf(hostNames);
    authorityNames = List.copyOf(authorityNames);
  }

  /** Own authority, no further host names, the standard profile, the system's clock. */
  public static TlsSettings in(Path home) {
    return new TlsSettings(
        home, List.of(), List.of(), Optional.empty(), TlsProfile.STANDARD, Clock.systemUTC());
  }

  public TlsSettings withHostNames(List<String> names) {
    return new TlsSettings(home, names, authorityNames, operator, profile, clock);
  }

  public TlsSettings withAuthorityNames(List<String> names) {
    return new TlsSettings(home, hostNames, names, operator, profile, clock);
  }

  public TlsSettings withOperator(OperatorCertificate certificate) {
    return new TlsSettings(
        home, hostNames, authorityNames, Optional.of(certificate), profile, clock);
  }

  public TlsSettings withProfile(TlsProfile other) {
    return new TlsSettings(home, hostNames, authorityNames, operator, other, clock);
  }

  public TlsSettings withClock(Clock other) {
    return new TlsSettings(home, hostNames, authorityNames, operator, profile, other);
  }
}

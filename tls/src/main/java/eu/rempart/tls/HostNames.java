package eu.rempart.tls;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names a server certificate stands for, in one spelling each so that two sets compare.
 *
 * @param dns lower-case ASCII names (RFC 5280, 4.2.1.6), perhaps with a leading {@code *.}
 * @param addresses IP addresses as {@link InetAddress#getHostAddress} writes them
 */
record HostNames(SortedSet<String> dns, SortedSet<String> addresses) {
  private static final int SAN_DNS = 2;
  private static final int SAN_ADDRESS = 7;
  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern DNS =
      Pattern.compile(
          "(?=.{1,253}$)(\\*\\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*"
              + "(?!\\d+$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  /** The JDK follows IDNA 2003, which turns these into another name than today's registries do. */
  private static final Pattern IDNA_DIFFERS = Pattern.compile("[\u00df\u03c2\u200c\u200d]");

  /**
   * Loopback, the machine's own name and the configured names.
   *
   * @param machineName what the machine calls itself; left out if it isn't a valid name
   * @throws IllegalArgumentException if a configured name is neither a host name nor an IP address
   */
  static HostNames of(Collection<String> configured, Supplier<String> machineName) {
    HostNames names = local();
    configured.forEach(names::add);
    String machine = machineName.get().toLowerCase(Locale.ROOT);
    if (DNS.matcher(machine).matches()) {
      names.dns.add(machine);
    }
    return names;
  }

  /** By which every machine reaches itself. */
  static HostNames local() {
    return of(List.of("localhost", "127.0.0.1", "::1"));
  }

  /**
   * These names and no others.
   *
   * @throws IllegalArgumentException if one is neither a host name nor an IP address
   */
  static HostNames of(Collection<String> exactly) {
    HostNames names = new HostNames(new TreeSet<>(), new TreeSet<>());
    exactly.forEach(names::add);
    return names;
  }

  /** The subject alternative names of a certificate. */
  static HostNames of(X509Certificate certificate) {
    HostNames names = new HostNames(new TreeSet<>(), new TreeSet<>());
    try {
      Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
      if (alternatives != null) {
        for (List<?> alternative : alternatives) {
          switch ((Integer) alternative.get(0)) {
            case SAN_DNS -> names.dns.add(((String) alternative.get(1)).toLowerCase(Locale.ROOT));
            case SAN_ADDRESS -> names.addresses.add(canonical((String) alternative.get(1)));
            default -> {} // e-mail addresses and the like name no host
          }
        }
      }
      return names;
    } catch (CertificateParsingException unreadable) {
      return new HostNames(new TreeSet<>(), new TreeSet<>());
    }
  }

  /** What the machine calls itself; empty if it doesn't know. */
  static String machineName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "";
    }
  }

  List<String> all() {
    // an address may stand among the names, too
    return Stream.concat(dns.stream(), addresses.stream()).distinct().toList();
  }

  /** These and the others. */
  HostNames with(HostNames other) {
    HostNames all = new HostNames(new TreeSet<>(dns), new TreeSet<>(addresses));
    all.dns.addAll(other.dns);
    all.addresses.addAll(other.addresses);
    return all;
  }

  /** These without some, spelled as here. */
  HostNames without(Collection<String> some) {
    HostNames rest = new HostNames(new TreeSet<>(dns), new TreeSet<>(addresses));
    rest.dns.removeAll(some);
    rest.addresses.removeAll(some);
    return rest;
  }

  private void add(String given) {
    String name = given.strip();
    if (name.indexOf(':') >= 0 || IPV4.matcher(name).matches()) {
      addresses.add(canonical(name));
    } else {
      dns.add(ascii(name));
    }
  }

  private static String canonical(String address) {
    if (address.indexOf('%') >= 0) {
      throw new IllegalArgumentException("\"" + address + "\" has a zone; expected an IP address");
    }
    return InetAddress.ofLiteral(address).getHostAddress();
  }

  private static String ascii(String name) {
    if (IDNA_DIFFERS.matcher(name).find()) {
      throw new IllegalArgumentException("\"" + name + "\" is ambiguous; give its xn-- spelling");
    }
    boolean wildcard = name.startsWith("*.");
    String rest = wildcard ? name.substring(2) : name;
    String withoutDot = rest.endsWith(".") ? rest.substring(0, rest.length() - 1) : rest;
    String ascii;
    try {
      ascii = IDN.toASCII(withoutDot).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException tooLong) {
      ascii = "";
    }
    if (!DNS.matcher(ascii).matches() || ascii.startsWith("*.")) {
      throw new IllegalArgumentException(
          "\"" + name + "\" is no host name; expected letters, digits, hyphens and dots");
    }
    return wildcard ? "*." + ascii : ascii;
  }
}

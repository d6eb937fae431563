package eu.rempart.watch.check;

import java.net.IDN;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a check looks at. */
public sealed interface Target {

  /**
   * A port of a server, and a page on it.
   *
   * @param host a name in lower case, in ASCII, or an IPv4 or IPv6 address without brackets
   * @param port 1 to 65535
   * @param path begins with a slash; the page, for checks that fetch one
   */
  record Remote(String host, int port, String path) implements Target {

    private static final int LONGEST_NAME = 253;
    private static final int LONGEST_PATH = 500;
    private static final List<String> INSIDE = List.of(".local", ".internal", ".home.arpa", ".lan");
    private static final Pattern NAME =
        Pattern.compile(
            "(?!-)[a-z0-9_-]{1,63}(?<!-)(\\.(?!-)[a-z0-9_-]{1,63}(?<!-)){0,126}|[0-9a-f:.]{2,45}");
    private static final Pattern PATH = Pattern.compile("/[\\x21-\\x7e&&[^\"<>\\\\^`{|}#]]*+");

    /** Checks. */
    public Remote {
      if (host.length() > LONGEST_NAME || !NAME.matcher(host).matches()) {
        throw new IllegalArgumentException(
            "host of %d characters is no name and no address".formatted(host.length()));
      }
      if (port < 1 || port > 65_535) {
        throw new IllegalArgumentException("port %d is not between 1 and 65535".formatted(port));
      }
      if (path.length() > LONGEST_PATH || !PATH.matcher(path).matches()) {
        throw new IllegalArgumentException(
            "path of %d characters is none of an address".formatted(path.length()));
      }
    }

    /**
     * What somebody typed.
     *
     * @throws IllegalArgumentException if it is no host, port or path
     */
    public static Remote of(String host, int port, String path) {
      String name = host.strip().toLowerCase(Locale.ROOT);
      if (name.startsWith("[") && name.endsWith("]")) {
        name = name.substring(1, name.length() - 1);
      }
      String ascii = name.indexOf(':') >= 0 ? name : IDN.toASCII(name, IDN.ALLOW_UNASSIGNED);
      return new Remote(ascii.toLowerCase(Locale.ROOT), port, path.isBlank() ? "/" : path.strip());
    }

    /** Whether it is another machine for whoever asks, each time the one that asks. */
    public boolean isOwnMachine() {
      return host.equals("localhost")
          || host.endsWith(".localhost")
          || address().filter(ip -> ip.isLoopbackAddress() || ip.isAnyLocalAddress()).isPresent();
    }

    /**
     * Whether it is one that only the network around this server knows, as far as its name or
     * address says: elsewhere it is nothing, or another machine.
     */
    public boolean isInside() {
      return isOwnMachine()
          || address()
              .map(Remote::isPrivate)
              .orElseGet(() -> host.indexOf('.') < 0 || INSIDE.stream().anyMatch(host::endsWith));
    }

    private static boolean isPrivate(InetAddress ip) {
      return ip.isSiteLocalAddress()
          || ip.isLinkLocalAddress()
          // fc00::/7, which Java knows nothing of
          || (ip instanceof Inet6Address && (ip.getAddress()[0] & 0xfe) == 0xfc);
    }

    /** The address that it is; empty for a name, which nobody is asked for. */
    private Optional<InetAddress> address() {
      try {
        return Optional.of(InetAddress.ofLiteral(host));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }

    /** As addresses write it: {@code example.org}, {@code [::1]}. */
    public String hostInAddress() {
      return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    }

    /** {@code example.org:443}. */
    public String hostAndPort() {
      return hostInAddress() + ":" + port;
    }
  }

  /** A level of this server. */
  record Own(Level level) implements Target {}

  /** The remote target; null for a level. */
  default @Nullable Remote remote() {
    return this instanceof Remote remote ? remote : null;
  }

  /** The level; null for a remote target. */
  default @Nullable Level level() {
    return this instanceof Own(var level) ? level : null;
  }
}

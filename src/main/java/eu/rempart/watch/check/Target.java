package eu.rempart.watch.check;

import java.net.IDN;
import java.util.Locale;
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
          || host.equals("::1")
          || host.matches("127(\\.[0-9]{1,3}){3}");
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

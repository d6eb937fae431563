package eu.rempart.ops.backup.engine;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where backups go: a folder at an SFTP server, {@code sftp://user@host:22/folder}, or one of this
 * machine, for a disk that is carried away.
 *
 * @param host in small letters, an IPv6 address without brackets; null for a folder here
 * @param port 0 for a folder here
 * @param user who signs in there; null for a folder here
 * @param folder absolute
 */
public record DestinationAddress(
    @Nullable String host, int port, @Nullable String user, String folder) {

  private static final int SSH = 22;
  private static final int PORTS = 65_535;
  private static final int LONGEST = 1_000;

  /** Why a text is no address of a destination; the names are those of sentences. */
  public enum Fault {
    /** Neither {@code sftp://} nor an absolute path. */
    FORM,
    /** No name before the host. */
    USER,
    /** With a password: none is needed, and addresses are shown. */
    PASSWORD,
    HOST,
    PORT,
    /** No folder, or the root of all. */
    FOLDER
  }

  /** A text is no address of a destination. */
  public static final class BadAddressException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Fault fault;

    BadAddressException(Fault fault) {
      super(fault.name());
      this.fault = fault;
    }

    public Fault fault() {
      return fault;
    }
  }

  /**
   * Reads what somebody wrote.
   *
   * @throws BadAddressException if it is none
   */
  public static DestinationAddress parse(String text) throws BadAddressException {
    String written = text.strip();
    if (written.length() > LONGEST || written.chars().anyMatch(DestinationAddress::isUnfit)) {
      throw new BadAddressException(Fault.FORM);
    }
    if (written.startsWith("/")) {
      return new DestinationAddress(null, 0, null, folder(written));
    }
    URI uri;
    try {
      uri = new URI(written);
    } catch (URISyntaxException e) {
      throw new BadAddressException(Fault.FORM);
    }
    if (!"sftp".equalsIgnoreCase(uri.getScheme())
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null) {
      throw new BadAddressException(Fault.FORM);
    }
    String host = uri.getHost();
    if (host == null || host.startsWith("-")) {
      throw new BadAddressException(Fault.HOST);
    }
    return new DestinationAddress(
        host.replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT),
        port(uri.getPort()),
        user(uri.getUserInfo()),
        folder(uri.getPath()));
  }

  /** What would mean something to a shell, or to a file that programs are told by. */
  private static boolean isUnfit(int c) {
    return c <= ' ' || c >= 0x7f || "\"'`$\\;&|<>(){}*?!#,=%".indexOf(c) >= 0;
  }

  private static int port(int port) throws BadAddressException {
    if (port == 0 || port > PORTS) {
      throw new BadAddressException(Fault.PORT);
    }
    return port < 0 ? SSH : port;
  }

  private static String user(@Nullable String user) throws BadAddressException {
    if (user == null || user.isEmpty() || user.startsWith("-")) {
      throw new BadAddressException(Fault.USER);
    }
    if (user.contains(":")) {
      throw new BadAddressException(Fault.PASSWORD);
    }
    return user;
  }

  private static String folder(@Nullable String path) throws BadAddressException {
    String folder = path == null || path.isEmpty() ? "/" : Path.of(path).normalize().toString();
    if (folder.equals("/")) {
      throw new BadAddressException(Fault.FOLDER);
    }
    return folder;
  }

  /** Whether it is a folder of this machine. */
  public boolean isHere() {
    return host == null;
  }

  /** The machine that has it: two destinations at one are lost together. */
  public Optional<String> machine() {
    return Optional.ofNullable(host);
  }

  /** One text for each place: as people write it, without what goes without saying. */
  @Override
  public String toString() {
    if (isHere()) {
      return folder;
    }
    String shown = host != null && host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return "sftp://" + user + "@" + shown + (port == SSH ? "" : ":" + port) + folder;
  }
}

package eu.rempart.edge.rule;

import java.util.Arrays;
import java.util.Optional;

/**
 * A number that administrators may set. Bursts of what is counted by the second may be five times
 * as many, of what is counted by the minute as many as in half a minute.
 */
public enum Limit {
  /** Connections at once of an address (IPv6: a /64); many people may share one. */
  AT_ONCE_ADDRESS("connections.at-once.address", 400, 4, 100_000),
  /** Connections at once of a network, /24 or /48. */
  AT_ONCE_NETWORK("connections.at-once.network", 2_000, 8, 1_000_000),
  AT_ONCE_COUNTRY("connections.at-once.country", 20_000, 16, 1_000_000),
  /** New connections a second. */
  PER_SECOND_ADDRESS("connections.per-second.address", 30, 1, 10_000),
  PER_SECOND_NETWORK("connections.per-second.network", 120, 1, 100_000),
  PER_SECOND_COUNTRY("connections.per-second.country", 1_000, 1, 1_000_000),
  /** Handshakes a second of an address. */
  HANDSHAKES_ADDRESS("handshakes.per-second.address", 20, 1, 10_000),
  /** Requests a minute of a session, or of an address where nobody is signed in. */
  REQUESTS_PAGE("requests.per-minute.page", 240, 10, 100_000),
  REQUESTS_UI("requests.per-minute.ui", 3_000, 60, 1_000_000),
  REQUESTS_SIGN_IN("requests.per-minute.sign-in", 120, 2, 10_000),
  REQUESTS_API("requests.per-minute.api", 1_200, 10, 1_000_000),
  REQUESTS_EXPORT("requests.per-minute.export", 60, 2, 10_000),
  REQUESTS_PROBE("requests.per-minute.probe", 600, 10, 100_000),
  REQUESTS_STATIC("requests.per-minute.static", 6_000, 60, 1_000_000),
  /** From how much on detection answers; scores fade by half in a minute, see Detection. */
  DETECT_UNFINISHED("detect.unfinished-handshakes", 250, 20, 100_000),
  DETECT_HANDSHAKES("detect.handshake-flood", 400, 50, 100_000),
  DETECT_CONNECTIONS("detect.connection-flood", 250, 20, 100_000),
  DETECT_SCAN("detect.scan", 40, 10, 10_000),
  DETECT_MALFORMED("detect.malformed", 40, 10, 10_000),
  DETECT_SLOW("detect.slow-peer", 20, 5, 10_000),
  /** Different accounts that one source tries within {@link #WINDOW_SIGN_IN}. */
  DETECT_STUFFING("detect.credential-stuffing", 10, 3, 60),
  /** Different accounts that many sources together try within it. */
  DETECT_SPRAYING("detect.password-spraying", 30, 10, 10_000),
  /** Wrong passwords for one account within it, from wherever. */
  DETECT_ACCOUNT("detect.account-tried", 20, 5, 10_000),
  /** How many times the median of the same hour of the last four weeks. */
  DETECT_RISE("detect.rise", 5, 2, 1_000),
  /** Kilometres an hour between two sign-ins of a member. */
  DETECT_TRAVEL("detect.travel", 1_000, 200, 100_000),
  /** Records that a member takes out as files within {@link #WINDOW_MASS}. */
  DETECT_EXPORT("detect.mass-export", 10_000, 10, 10_000_000),
  /** Records that a member archives within it. */
  DETECT_ARCHIVE("detect.mass-archive", 500, 10, 10_000_000),
  /** Minutes within which wrong passwords are counted together. */
  WINDOW_SIGN_IN("window.sign-in", 10, 1, 60),
  /** Minutes within which what a member takes out, or archives, is counted together. */
  WINDOW_MASS("window.mass", 60, 5, 1_440),
  /** Days that addresses are kept whole; after that only their networks are. */
  ADDRESS_DAYS("addresses.days", 183, 7, 730),
  /** Days that counts of traffic are kept. */
  TRAFFIC_DAYS("traffic.days", 90, 7, 730);

  private final String key;
  private final int usual;
  private final int least;
  private final int most;

  Limit(String key, int usual, int least, int most) {
    this.key = key;
    this.usual = usual;
    this.least = least;
    this.most = most;
  }

  /** As the table {@code edge_setting} and the texts name it. */
  public String key() {
    return key;
  }

  /** Whether gates and requests go by it, and not only what looks on or tidies up. */
  public boolean isOfGates() {
    return compareTo(DETECT_UNFINISHED) < 0;
  }

  /** Whether it says from how much on detection answers, and refuses nobody by itself. */
  public boolean isOfDetection() {
    return compareTo(DETECT_UNFINISHED) >= 0 && compareTo(DETECT_ARCHIVE) <= 0;
  }

  /** Whether what it finds is a network, about which administrators say what is done. */
  public boolean isOfNetworks() {
    return compareTo(DETECT_UNFINISHED) >= 0 && compareTo(DETECT_SPRAYING) <= 0;
  }

  /** What holds until an administrator says otherwise. */
  public int usual() {
    return usual;
  }

  public int least() {
    return least;
  }

  public int most() {
    return most;
  }

  /** The nearest value that may be set. */
  public int clamp(int value) {
    return Math.clamp(value, least, most);
  }

  static Optional<Limit> ofKey(String key) {
    return Arrays.stream(values()).filter(limit -> limit.key.equals(key)).findFirst();
  }
}

package eu.rempart.watch.check;

import eu.rempart.common.CountryCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A place from which a probe watches.
 *
 * @param code capital letters, digits and hyphens, 2 to 12 characters
 */
public record Zone(String code) implements Comparable<Zone> {

  public static final int LONGEST_CODE = 12;

  // before the constants, which are checked against it
  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9-]{1,11}");

  private static final Pattern NODE = Pattern.compile("N[1-9][0-9]{0,8}");

  /** The server itself, which watches without a probe. */
  public static final Zone HOME = new Zone("HOME");

  /** Where probes stand by default, beside home. */
  public static final List<Zone> USUAL =
      Stream.of("FR", "DE", "BE", "RO", "IE", "BR", "HK", "NY", "TX").map(Zone::new).toList();

  /** Of the usual ones that are called by a part of a country. */
  private static final Map<String, String> STATES = Map.of("NY", "US", "TX", "US");

  /** Checks. */
  public Zone {
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException(
          "a zone has 2 to 12 capitals, digits or hyphens, got %d characters"
              .formatted(code.length()));
    }
  }

  /** Whether somebody may make a place with such a code: it is one, and no node's, nor home. */
  public static boolean isCodeElsewhere(String code) {
    return CODE.matcher(code).matches() && new Zone(code).isElsewhere();
  }

  /** The zone of a node of this installation: {@code N1}, {@code N2} … No probe has such a code. */
  public static Zone ofNode(int number) {
    return new Zone("N" + number);
  }

  /** Whether it is the zone of a node. */
  public boolean isNode() {
    return NODE.matcher(code).matches();
  }

  /** Whether a probe may stand there: it is neither home nor a node of it. */
  public boolean isElsewhere() {
    return !equals(HOME) && !isNode();
  }

  /** The number of the node; 0 for a place of another kind. */
  public int node() {
    return isNode() ? Integer.parseInt(code.substring(1)) : 0;
  }

  /** The country that it is called by; empty where its code names none. */
  public Optional<CountryCode> country() {
    return CountryCode.parse(STATES.getOrDefault(code, code));
  }

  /** By code; nodes after all others, by their numbers. */
  @Override
  public int compareTo(Zone other) {
    int byNumber = Integer.compare(node(), other.node());
    return byNumber != 0 ? byNumber : code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }
}

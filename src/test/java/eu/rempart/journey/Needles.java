package eu.rempart.journey;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Looks for many values at once, in every form in which they may lie about. */
public final class Needles {

  /** Six bytes tell a value from chance in some hundred megabytes of noise; none is shorter. */
  static final int SHORTEST = 6;

  private static final int FILTER_BITS = 22;

  private record Needle(byte[] bytes, String value) {}

  private final Map<Long, List<Needle>> byStart = new HashMap<>();
  private final BitSet filter = new BitSet(1 << FILTER_BITS);
  private final Set<String> values = new TreeSet<>();

  /** Adds a text, as it is and in lower case. */
  public void add(String text) {
    values.add(text);
    for (String form : new TreeSet<>(List.of(text, text.toLowerCase(Locale.ROOT)))) {
      byte[] utf8 = form.getBytes(StandardCharsets.UTF_8);
      addBytes(utf8, text);
      addBytes(form.getBytes(StandardCharsets.UTF_16LE), text);
      addBytes(form.getBytes(StandardCharsets.UTF_16BE), text);
      addCoded(utf8, text);
    }
  }

  /**
   * Adds a key.
   *
   * @param name how a finding calls it
   */
  public void addKey(byte[] key, String name) {
    values.add(name);
    addBytes(key, name);
    addCoded(key, name);
  }

  /** As hexadecimal digits, the way SQL shows bytes, and as Base64 wherever it begins. */
  private void addCoded(byte[] bytes, String value) {
    if (bytes.length < SHORTEST) {
      return; // coded, it takes more room but is no less likely by chance
    }
    addBytes(ascii(HexFormat.of().formatHex(bytes)), value);
    addBytes(ascii(HexFormat.of().withUpperCase().formatHex(bytes)), value);
    for (int before = 0; before < 3; before++) {
      byte[] shifted = new byte[before + bytes.length];
      System.arraycopy(bytes, 0, shifted, before, bytes.length);
      String coded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
      // signs that hold bits of neighbours too are left away
      int from = before == 0 ? 0 : before + 1;
      int to = shifted.length * 8 / 6;
      addBytes(ascii(coded.substring(from, to)), value);
      addBytes(ascii(coded.substring(from, to).replace('+', '-').replace('/', '_')), value);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private void addBytes(byte[] bytes, String value) {
    if (bytes.length >= SHORTEST) {
      long start = start(bytes, 0);
      byStart.computeIfAbsent(start, _ -> new ArrayList<>()).add(new Needle(bytes, value));
      filter.set(bit(start));
    }
  }

  /** The values that were added. */
  Set<String> values() {
    return values;
  }

  /** The values that occur in these bytes. */
  public Set<String> in(byte[] hay) {
    Set<String> found = new TreeSet<>();
    for (int at = 0; at + SHORTEST <= hay.length; at++) {
      long start = start(hay, at);
      if (filter.get(bit(start))) {
        for (Needle needle : byStart.getOrDefault(start, List.of())) {
          int end = at + needle.bytes.length;
          if (end <= hay.length
              && Arrays.equals(hay, at, end, needle.bytes, 0, needle.bytes.length)) {
            found.add(needle.value);
          }
        }
      }
    }
    return found;
  }

  private static int bit(long start) {
    return (int) ((start * 0x9E3779B97F4A7C15L) >>> (64 - FILTER_BITS));
  }

  private static long start(byte[] bytes, int at) {
    long start = 0;
    for (int i = 0; i < SHORTEST; i++) {
      start = start << 8 | (bytes[at + i] & 0xff);
    }
    return start;
  }
}

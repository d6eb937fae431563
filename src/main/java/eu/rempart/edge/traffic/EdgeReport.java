package eu.rempart.edge.traffic;

import eu.rempart.tls.gate.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an edge on a machine in front did within about a second.
 *
 * @param refused connections of one source for one reason
 * @param unnamed such of sources beyond the number that is told one by one
 * @param shaken handshakes of one source that were alike
 * @param moved decrypted bytes
 */
record EdgeReport(
    List<Refused> refused, List<Unnamed> unnamed, List<Shaken> shaken, List<Moved> moved) {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** A source's address as two halves of 128 bits. */
  record Refused(long high, long low, Verdict why, int count) {}

  /** By the two letters of the place. */
  record Unnamed(String place, Verdict why, int count) {}

  record Shaken(
      long high,
      long low,
      String protocol,
      String cipher,
      @Nullable String group,
      boolean resumed,
      int count) {}

  record Moved(String place, long received, long sent) {}

  boolean hasNothing() {
    return refused.isEmpty() && unnamed.isEmpty() && shaken.isEmpty() && moved.isEmpty();
  }

  byte[] write() {
    return JSON.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if it is none
   */
  static EdgeReport read(byte[] written) {
    try {
      EdgeReport report = JSON.readValue(written, EdgeReport.class);
      return new EdgeReport(
          List.copyOf(report.refused),
          List.copyOf(report.unnamed),
          List.copyOf(report.shaken),
          List.copyOf(report.moved));
    } catch (JacksonException | NullPointerException e) {
      throw new IllegalArgumentException("this is no report of an edge", e);
    }
  }
}

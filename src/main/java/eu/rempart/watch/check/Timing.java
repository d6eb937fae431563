package eu.rempart.watch.check;

import org.jspecify.annotations.Nullable;

/**
 * How long the parts of a measurement took, in microseconds; null for what it did not come to.
 *
 * @param name looking the name up
 * @param connect until the connection stood
 * @param tls the handshake
 * @param firstByte from the request until the first byte of the answer
 * @param total all together
 */
public record Timing(
    @Nullable Long name,
    @Nullable Long connect,
    @Nullable Long tls,
    @Nullable Long firstByte,
    @Nullable Long total) {

  /** Nothing was timed. */
  public static final Timing NONE = new Timing(null, null, null, null, null);
}

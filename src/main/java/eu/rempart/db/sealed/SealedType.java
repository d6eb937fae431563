package eu.rempart.db.sealed;

/**
 * How a type becomes bytes before sealing, and comes back. The constants are in {@link
 * SealedTypes}; a domain {@code sealed_x} in SQL is the constant {@code X} there.
 */
public interface SealedType<T> {

  /** The bytes to seal; padding comes later. */
  byte[] encode(T value);

  /**
   * Takes back what was encoded.
   *
   * @throws IllegalArgumentException if these bytes were not made by {@link #encode}; without the
   *     bytes in its message
   */
  T decode(byte[] bytes);
}

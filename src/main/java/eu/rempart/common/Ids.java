package eu.rempart.common;

import java.security.SecureRandom;
import java.util.UUID;

/** New ids: UUIDs of version 7 (RFC 9562), which sort by the millisecond they were made in. */
public final class Ids {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  /** A new id: 48 bits of time in milliseconds, 74 random bits. */
  public static UUID next() {
    long time = System.currentTimeMillis();
    long high = (time << 16) | 0x7000L | (RANDOM.nextInt() & 0x0FFFL);
    long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}

package eu.rempart.tls.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes inputs that are nearly right: most bugs of parsers lie close to what they accept. */
final class Mutator {
  private static final int MOST_CHANGES = 6;
  private static final int LONGEST = 40_000;
  private static final int[] TELLING = {0, 1, 2, 3, 4, 16, 22, 0x0a, 0x20, 0x7f, 0x80, 0xfe, 0xff};

  private final Random random;
  private final List<byte[]> seeds;

  Mutator(long seed, List<byte[]> seeds) {
    this.random = new Random(seed);
    this.seeds = seeds;
  }

  Random random() {
    return random;
  }

  byte[] next() {
    byte[] bytes = pick().clone();
    int changes = random.nextInt(MOST_CHANGES);
    for (int i = 0; i < changes; i++) {
      bytes = change(bytes);
    }
    return bytes;
  }

  private byte[] pick() {
    return seeds.get(random.nextInt(seeds.size()));
  }

  private byte[] change(byte[] bytes) {
    if (bytes.length == 0) {
      return new byte[] {(byte) random.nextInt()};
    }
    int at = random.nextInt(bytes.length);
    return switch (random.nextInt(8)) {
      case 0 -> flipped(bytes, at);
      case 1 -> set(bytes, at, TELLING[random.nextInt(TELLING.length)]);
      case 2 -> set(bytes, at, random.nextInt());
      case 3 -> Arrays.copyOf(bytes, at);
      case 4 -> spliced(bytes, at, at, repeated(at, bytes));
      case 5 -> spliced(bytes, at, Math.min(bytes.length, at + random.nextInt(16)), new byte[0]);
      case 6 -> crossed(bytes, at);
      default -> length(bytes, at);
    };
  }

  private static byte[] flipped(byte[] bytes, int at) {
    bytes[at] ^= (byte) (1 << (at % 8));
    return bytes;
  }

  private static byte[] set(byte[] bytes, int at, int value) {
    bytes[at] = (byte) value;
    return bytes;
  }

  /** A length that is off by a little, or by a lot. */
  private byte[] length(byte[] bytes, int at) {
    if (at + 1 < bytes.length) {
      int value = (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
      int other = random.nextBoolean() ? value + random.nextInt(7) - 3 : random.nextInt(1 << 16);
      bytes[at] = (byte) (other >> 8);
      bytes[at + 1] = (byte) other;
    }
    return bytes;
  }

  private byte[] repeated(int at, byte[] bytes) {
    byte[] piece = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + random.nextInt(200)));
    return piece;
  }

  private byte[] crossed(byte[] bytes, int at) {
    byte[] other = pick();
    int from = other.length == 0 ? 0 : random.nextInt(other.length);
    return spliced(bytes, at, bytes.length, Arrays.copyOfRange(other, from, other.length));
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] middle) {
    int length = Math.min(LONGEST, from + middle.length + bytes.length - to);
    byte[] all = new byte[from + middle.length + bytes.length - to];
    System.arraycopy(bytes, 0, all, 0, from);
    System.arraycopy(middle, 0, all, from, middle.length);
    System.arraycopy(bytes, to, all, from + middle.length, bytes.length - to);
    return length == all.length ? all : Arrays.copyOf(all, length);
  }
}

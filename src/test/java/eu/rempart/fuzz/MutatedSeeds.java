package eu.rempart.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes files that are nearly right out of some that are: bytes, lines and words of the format. */
final class MutatedSeeds {

  private static final int MOST_CHANGES = 8;

  /** One change in so many makes a file large: what is quadratic shows there. */
  private static final int LARGE = 400;

  private static final int LONGEST = 300_000;
  private static final int[] TELLING = {
    0, 1, 0x0a, 0x0d, ' ', '"', ';', ':', ',', '=', 0x7f, 0x80, 0xff
  };

  private final Random random;
  private final List<byte[]> seeds;
  private final List<byte[]> words;

  MutatedSeeds(long seed, List<byte[]> seeds, List<String> words) {
    this.random = new Random(seed);
    this.seeds = seeds;
    this.words = words.stream().map(w -> w.getBytes(StandardCharsets.UTF_8)).toList();
  }

  byte[] next() {
    byte[] bytes = pick();
    int changes = 1 + random.nextInt(MOST_CHANGES);
    for (int i = 0; i < changes; i++) {
      bytes = change(bytes);
    }
    return bytes;
  }

  private byte[] pick() {
    return seeds.get(random.nextInt(seeds.size())).clone();
  }

  private byte[] change(byte[] bytes) {
    int at = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, at + random.nextInt(64));
    return switch (random.nextInt(9)) {
      case 0, 1 -> spliced(bytes, at, Math.min(bytes.length, at + 1), one(random.nextInt()));
      case 2 -> spliced(bytes, at, at, one(TELLING[random.nextInt(TELLING.length)]));
      case 3 -> spliced(bytes, at, to, new byte[0]);
      case 4 -> spliced(bytes, at, at, Arrays.copyOfRange(bytes, at, to));
      case 5 -> spliced(bytes, at, random.nextBoolean() ? to : at, word());
      case 6 -> crossed(bytes, at);
      case 7 -> random.nextInt(8) == 0 ? Arrays.copyOf(bytes, at) : flipped(bytes, at);
      default -> random.nextInt(LARGE) == 0 ? large(bytes, at, to) : line(bytes, at);
    };
  }

  private static byte[] one(int value) {
    return new byte[] {(byte) value};
  }

  private byte[] word() {
    return words.isEmpty() ? one(random.nextInt()) : words.get(random.nextInt(words.size()));
  }

  private byte[] flipped(byte[] bytes, int at) {
    if (at < bytes.length) {
      bytes[at] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  /** A line elsewhere, once more. */
  private byte[] line(byte[] bytes, int at) {
    int from = at;
    while (from > 0 && bytes[from - 1] != '\n') {
      from--;
    }
    int to = at;
    while (to < bytes.length && bytes[to] != '\n') {
      to++;
    }
    int other = random.nextInt(bytes.length + 1);
    return spliced(
        bytes, other, other, Arrays.copyOfRange(bytes, from, Math.min(bytes.length, to + 1)));
  }

  private byte[] large(byte[] bytes, int at, int to) {
    byte[] piece = random.nextBoolean() ? word() : Arrays.copyOfRange(bytes, at, to);
    var many = new ByteArrayOutputStream();
    int times = 1 << (4 + random.nextInt(12));
    for (int i = 0; i < times && many.size() < LONGEST; i++) {
      many.writeBytes(piece);
    }
    return spliced(bytes, at, at, many.toByteArray());
  }

  private byte[] crossed(byte[] bytes, int at) {
    byte[] other = pick();
    int from = random.nextInt(other.length + 1);
    return spliced(bytes, at, bytes.length, Arrays.copyOfRange(other, from, other.length));
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] middle) {
    byte[] all = new byte[from + middle.length + bytes.length - to];
    System.arraycopy(bytes, 0, all, 0, from);
    System.arraycopy(middle, 0, all, from, middle.length);
    System.arraycopy(bytes, to, all, from + middle.length, bytes.length - to);
    return all.length <= 4 * LONGEST ? all : Arrays.copyOf(all, 4 * LONGEST);
  }
}

package eu.rempart.vault.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * Passwords of 12 characters and more that guessers try first. In memory are 64 bits of each,
 * sorted: that two have the same is so rare that no good password is refused for it.
 */
final class CommonPasswords {

  static final String FILE = "common-passwords.txt";

  /** Shorter ones can't be chosen anyway. */
  private static final int SHORTEST = 12;

  private static final long FNV_START = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private static final long[] HASHES = load();

  private CommonPasswords() {}

  private static long[] load() {
    try (InputStream in = CommonPasswords.class.getResourceAsStream(FILE);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank())
          .map(line -> Folding.bare(Folding.fold(line.toCharArray())))
          .mapToLong(bare -> hash(bare, bare.length))
          .sorted()
          .distinct()
          .toArray();
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " is not readable", e);
    }
  }

  /** Whether it is one of them, or one of them with digits and signs at its end. */
  static boolean contains(int[] folded) {
    int[] bare = Folding.bare(folded);
    try {
      for (int end = bare.length; end >= SHORTEST; end--) {
        if (Arrays.binarySearch(HASHES, hash(bare, end)) >= 0) {
          return true;
        }
        if (Character.isLetter(folded[end - 1])) {
          return false;
        }
      }
      return false;
    } finally {
      Arrays.fill(bare, 0);
    }
  }

  static int size() {
    return HASHES.length;
  }

  private static long hash(int[] points, int end) {
    long hash = FNV_START;
    for (int i = 0; i < end; i++) {
      hash = (hash ^ points[i]) * FNV_PRIME;
    }
    return hash;
  }
}

package eu.rempart.vault.content;

/**
 * How many bytes are stored for a file, so that its size says little: Padmé of Nikitin et al., PETS
 * 2019, 12 % more at most and O(log log n) bits told; at least {@value #LEAST}.
 *
 * @param bytes of the file
 */
public record ContentSize(long bytes) {

  private static final long LEAST = 8_192;

  /** Most bytes of a file: 64 GiB, far below what one key may seal. */
  public static final long MOST = 1L << 36;

  public ContentSize {
    if (bytes < 0 || bytes > MOST) {
      throw new IllegalArgumentException("%d bytes, expected 0 to %d".formatted(bytes, MOST));
    }
  }

  /** Bytes with the zeros behind them. */
  public long padded() {
    if (bytes <= LEAST) {
      return LEAST;
    }
    int exponent = 63 - Long.numberOfLeadingZeros(bytes);
    int kept = 32 - Integer.numberOfLeadingZeros(exponent);
    long mask = (1L << (exponent - kept)) - 1;
    return (bytes + mask) & ~mask;
  }

  /** How many chunks that are, 1 or more. */
  public int chunks() {
    return Math.toIntExact(Math.ceilDiv(padded(), (long) ContentCipher.CHUNK));
  }

  /** Bytes of one of these chunks, in clear. */
  public int lengthOf(int chunk) {
    return (int) Math.min(ContentCipher.CHUNK, padded() - (long) chunk * ContentCipher.CHUNK);
  }
}

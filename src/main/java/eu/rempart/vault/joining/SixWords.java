package eu.rempart.vault.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Six words for a key, to be read to each other on the phone: whoever sees the same ones means the
 * same key. All are written alike in English and French. 48 bits, each of which costs whoever looks
 * for a key with the same words as much as 65,536 rounds of PBKDF2 (RFC 8018) do.
 */
public final class SixWords {

  private static final int WORDS = 6;
  private static final int ROUNDS = 65_536;
  private static final byte[] SALT = "rempart 1 six words".getBytes(StandardCharsets.US_ASCII);
  private static final List<String> LIST = read();

  private SixWords() {}

  /**
   * The words, always the same for the same bytes.
   *
   * @param what the key and all that it is bound to
   */
  public static List<String> of(byte[] what) {
    PKCS5S2ParametersGenerator slow = new PKCS5S2ParametersGenerator(SHA256Digest.newInstance());
    slow.init(what, SALT, ROUNDS);
    byte[] drawn = ((KeyParameter) slow.generateDerivedParameters(8 * WORDS)).getKey();
    return IntStream.range(0, WORDS).mapToObj(i -> LIST.get(drawn[i] & 0xff)).toList();
  }

  /** 256 words, one a line. */
  static List<String> list() {
    return LIST;
  }

  private static List<String> read() {
    try (InputStream file =
        Objects.requireNonNull(SixWords.class.getResourceAsStream("words.txt"), "words.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read words.txt", e);
    }
  }
}

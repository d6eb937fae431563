package eu.rempart.vault.crypto;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2id, version 1.3 (RFC 9106). */
public final class Argon2 {

  private Argon2() {}

  /**
   * What a password is stretched with.
   *
   * @param memoryKib memory in KiB
   * @param iterations passes over it
   * @param parallelism lanes
   */
  public record Cost(int memoryKib, int iterations, int parallelism) {

    /** What new passwords get, and the least that is accepted of an old one. */
    public static final Cost FLOOR = new Cost(64 * 1024, 3, 1);

    private static final Cost CEILING = new Cost(512 * 1024, 10, 1);

    /** Neither too weak to resist guessing, nor so costly that it would exhaust the server. */
    public boolean isAcceptable() {
      return memoryKib >= FLOOR.memoryKib
          && iterations >= FLOOR.iterations
          && parallelism == FLOOR.parallelism
          && memoryKib <= CEILING.memoryKib
          && iterations <= CEILING.iterations;
    }
  }

  /**
   * 32 bytes from a password. Takes 0.2 s to 1 s and {@code cost.memoryKib} of memory.
   *
   * @param password in any Unicode form: it is brought to NFC, so that é is é on every keyboard
   * @param salt 16 bytes
   */
  public static Secret stretch(char[] password, byte[] salt, Cost cost) {
    byte[] input = utf8(password);
    try {
      return stretch(input, salt, cost);
    } finally {
      Arrays.fill(input, (byte) 0);
    }
  }

  static Secret stretch(byte[] password, byte[] salt, Cost cost) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.memoryKib())
            .withIterations(cost.iterations())
            .withParallelism(cost.parallelism())
            .withSalt(salt)
            .build());
    byte[] out = new byte[32];
    generator.generateBytes(password, out);
    return Secret.owning(out);
  }

  private static byte[] utf8(char[] password) {
    CharSequence chars = CharBuffer.wrap(password);
    CharBuffer normal =
        Normalizer.isNormalized(chars, Normalizer.Form.NFC)
            ? CharBuffer.wrap(password)
            : CharBuffer.wrap(Normalizer.normalize(chars, Normalizer.Form.NFC));
    ByteBuffer encoded = StandardCharsets.UTF_8.encode(normal);
    byte[] bytes = new byte[encoded.remaining()];
    encoded.get(bytes);
    encoded.clear();
    encoded.put(new byte[encoded.capacity()]);
    return bytes;
  }
}

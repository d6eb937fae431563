package eu.rempart.vault.crypto;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Writes what a key, a ciphertext or a MAC is bound to: a label, then parts, each preceded by its
 * length in 4 bytes, so that no two different lists of parts give the same bytes.
 */
public final class Binding {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(128);

  private Binding(String label) {
    and(label);
  }

  public static Binding of(String label) {
    return new Binding(label);
  }

  public Binding and(byte[] part) {
    out.writeBytes(ByteBuffer.allocate(4).putInt(part.length).array());
    out.writeBytes(part);
    return this;
  }

  public Binding and(String part) {
    return and(part.getBytes(StandardCharsets.UTF_8));
  }

  public Binding and(long part) {
    return and(ByteBuffer.allocate(8).putLong(part).array());
  }

  public Binding and(UUID part) {
    return and(
        ByteBuffer.allocate(16)
            .putLong(part.getMostSignificantBits())
            .putLong(part.getLeastSignificantBits())
            .array());
  }

  public byte[] bytes() {
    return out.toByteArray();
  }
}

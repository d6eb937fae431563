package eu.rempart.vault.crypto;

import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/** HKDF with SHA-256 (RFC 5869). */
public final class Hkdf {

  public static final int KEY_BYTES = 32;

  private Hkdf() {}

  /** Extract and expand, without salt: for input that may not be uniform. */
  public static Secret derive(Secret input, byte[] info) {
    return input.read(bytes -> run(new HKDFParameters(bytes, null, info)));
  }

  /** Expand only: for input that is a uniform 32-byte key already. */
  public static Secret expand(Secret key, byte[] info) {
    return key.read(bytes -> run(HKDFParameters.skipExtractParameters(bytes, info)));
  }

  private static Secret run(HKDFParameters parameters) {
    HKDFBytesGenerator generator = new HKDFBytesGenerator(SHA256Digest.newInstance());
    generator.init(parameters);
    byte[] out = new byte[KEY_BYTES];
    generator.generateBytes(out, 0, out.length);
    return Secret.owning(out);
  }
}

package eu.rempart.watch.agent;

import eu.rempart.watch.wire.AdmissionCode;
import eu.rempart.watch.wire.ProbeKeys;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;

/**
 * The key with which an agent asks to be admitted, kept until it is. If home's answer is lost, the
 * code is used up; with the same key home says the same again.
 */
final class PendingKey {

  static final String FILE = "pending";

  private PendingKey() {}

  /** The key to be used with a code: the one before, or a new one that is on the disk. */
  static KeyPair of(AdmissionCode code, AgentFolder folder) throws IOException {
    Optional<KeyPair> kept = read(code, folder);
    if (kept.isPresent()) {
      return kept.get();
    }
    KeyPair pair = ProbeKeys.generate();
    Base64.Encoder base64 = Base64.getEncoder();
    String text =
        "key=%s\npublic=%s\ncode=%s\n"
            .formatted(
                base64.encodeToString(pair.getPrivate().getEncoded()),
                base64.encodeToString(ProbeKeys.bytes(pair.getPublic())),
                Identity.digest(code));
    folder.write(FILE, text.getBytes(StandardCharsets.US_ASCII));
    return pair;
  }

  private static Optional<KeyPair> read(AdmissionCode code, AgentFolder folder) throws IOException {
    Optional<byte[]> file = folder.read(FILE);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Properties all = new Properties();
    try {
      all.load(new ByteArrayInputStream(file.get()));
      if (!Identity.digest(code).equals(all.getProperty("code"))) {
        return Optional.empty();
      }
      Base64.Decoder base64 = Base64.getDecoder();
      return Optional.of(
          new KeyPair(
              ProbeKeys.publicKey(base64.decode(all.getProperty("public", ""))),
              ProbeKeys.privateKey(base64.decode(all.getProperty("key", "")))));
    } catch (IllegalArgumentException damaged) {
      return Optional.empty(); // nobody was admitted with what can't be read
    }
  }
}

package eu.rempart.watch.agent;

import eu.rempart.watch.wire.AdmissionCode;
import eu.rempart.watch.wire.ProbeKeys;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/**
 * What an agent is, from when it was admitted on.
 *
 * @param agent by which home knows it
 * @param zone that it was admitted for
 * @param key its own
 * @param home by which it knows home
 * @param code a digest of the code that it was admitted with, which is given again at each start
 */
record Identity(UUID agent, String zone, PrivateKey key, PublicKey home, String code) {

  static final String FILE = "identity";

  /** Reads it; empty before the agent was admitted. */
  static Optional<Identity> read(AgentFolder folder) throws IOException {
    Optional<byte[]> file = folder.read(FILE);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Properties all = new Properties();
    all.load(new ByteArrayInputStream(file.get()));
    try {
      return Optional.of(
          new Identity(
              UUID.fromString(all.getProperty("agent", "")),
              all.getProperty("zone", ""),
              ProbeKeys.privateKey(Base64.getDecoder().decode(all.getProperty("key", ""))),
              ProbeKeys.publicKey(Base64.getDecoder().decode(all.getProperty("home", ""))),
              all.getProperty("code", "")));
    } catch (IllegalArgumentException wrong) {
      throw new AgentException(
          folder.resolve(FILE) + " is damaged: remove it, and admit the agent with a new code.",
          wrong);
    }
  }

  /** Writes it, after which the agent is what it says. */
  static Identity write(
      AgentFolder folder, UUID agent, String zone, KeyPair pair, AdmissionCode code)
      throws IOException {
    Base64.Encoder base64 = Base64.getEncoder();
    String text =
        "agent=%s\nzone=%s\nkey=%s\nhome=%s\ncode=%s\n"
            .formatted(
                agent,
                zone,
                base64.encodeToString(pair.getPrivate().getEncoded()),
                base64.encodeToString(ProbeKeys.bytes(code.home())),
                digest(code));
    folder.write(FILE, text.getBytes(StandardCharsets.US_ASCII));
    return new Identity(agent, zone, pair.getPrivate(), code.home(), digest(code));
  }

  /** Whether this is the code that it was admitted with. */
  boolean cameWith(AdmissionCode other) {
    return code.equals(digest(other));
  }

  static String digest(AdmissionCode code) {
    byte[] digest = ProbeKeys.digest(code.secret().getBytes(StandardCharsets.US_ASCII));
    return HexFormat.of().formatHex(digest);
  }

  @Override
  public String toString() {
    return "Identity[agent=%s, zone=%s]".formatted(agent, zone);
  }
}

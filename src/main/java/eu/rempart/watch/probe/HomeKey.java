package eu.rempart.watch.probe;

import eu.rempart.home.HomeFolder;
import eu.rempart.watch.wire.ProbeKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key by which agents know this installation, in {@code HOME/keys/probes}. All nodes have the
 * same; one with another key answers no agent. Thread safe.
 */
final class HomeKey {

  private static final Logger log = LoggerFactory.getLogger(HomeKey.class);
  private static final String NAME = "probes";

  private final KeyPair pair;
  private final Function<byte[], byte[]> agree;
  private volatile boolean agreed;
  private boolean told;

  /**
   * @param agree answers the public key of all nodes, given this one's
   */
  HomeKey(KeyPair pair, Function<byte[], byte[]> agree) {
    this.pair = pair;
    this.agree = agree;
  }

  /** Reads the file; one that is not there is made. */
  static HomeKey in(HomeFolder home, Function<byte[], byte[]> agree) {
    Path file = home.folder("keys").resolve(NAME);
    try {
      if (!Files.exists(file)) {
        KeyPair made = ProbeKeys.generate();
        byte[] open = ProbeKeys.bytes(made.getPublic());
        byte[] secret = made.getPrivate().getEncoded();
        byte[] both = Arrays.copyOf(open, open.length + secret.length);
        System.arraycopy(secret, 0, both, open.length, secret.length);
        home.write("keys/" + NAME, both);
        return new HomeKey(made, agree);
      }
      byte[] both = Files.readAllBytes(file);
      PublicKey open = ProbeKeys.publicKey(Arrays.copyOf(both, ProbeKeys.PUBLIC_BYTES));
      PrivateKey secret =
          ProbeKeys.privateKey(Arrays.copyOfRange(both, ProbeKeys.PUBLIC_BYTES, both.length));
      return new HomeKey(new KeyPair(open, secret), agree);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  PublicKey open() {
    return pair.getPublic();
  }

  PrivateKey secret() {
    return pair.getPrivate();
  }

  /** Whether agents know this node by its key. */
  boolean isHome() {
    if (!agreed) {
      byte[] own = ProbeKeys.bytes(pair.getPublic());
      agreed = Arrays.equals(agree.apply(own), own);
      tell();
    }
    return agreed;
  }

  private synchronized void tell() {
    if (!agreed && !told) {
      told = true;
      log.error(
          "Agents know another key than this node's keys/probes, so it answers none of them. Copy"
              + " the folder keys of the first node here. If that key is lost: DELETE FROM"
              + " watch_home, start anew, and admit all agents with new codes.");
    }
  }
}

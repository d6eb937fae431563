package eu.rempart.tls;

import static eu.rempart.tls.OperatorFiles.INTERMEDIATE;
import static eu.rempart.tls.OperatorFiles.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Tokens of SoftHSM, filled as an operator does with keytool. Its configuration comes from the
 * environment, which the build sets; the tokens are made anew for each run.
 */
final class SoftTokens {

  static final Path LIBRARY = Path.of(System.getProperty("rempart.softhsm", ""));
  static final String PIN = "2468";

  private final Provider provider;
  private final KeyStore store;

  private SoftTokens(Provider provider, KeyStore store) {
    this.provider = provider;
    this.store = store;
  }

  /** Makes empty tokens with these labels. */
  static void make(String... labels) throws Exception {
    assertThat(LIBRARY).as("SoftHSM (Debian: softhsm2)").isRegularFile();
    Path configuration = Path.of(System.getenv("SOFTHSM2_CONF"));
    Path tokens = configuration.resolveSibling("tokens-" + ProcessHandle.current().pid());
    Files.createDirectories(tokens);
    Files.writeString(configuration, "directories.tokendir = " + tokens + "\nlog.level = ERROR\n");
    for (String label : labels) {
      run("--init-token", "--free", "--label", label, "--so-pin", "135790", "--pin", PIN);
    }
  }

  private static void run(String... options) throws Exception {
    ProcessBuilder util = new ProcessBuilder("softhsm2-util");
    util.command().addAll(List.of(options));
    assertThat(util.inheritIO().start().waitFor()).isZero();
  }

  static TokenSlots.Slot slot(String label) {
    return TokenSlots.of(LIBRARY).stream()
        .filter(it -> it.label().equals(label))
        .findFirst()
        .orElseThrow();
  }

  /** A token to be filled. */
  static SoftTokens open(String label) throws Exception {
    Provider provider =
        Security.getProvider("SunPKCS11")
            .configure(
                "--\nname = filling\nlibrary = \"%s\"\nslotListIndex = %d\n"
                    .formatted(LIBRARY, slot(label).index()));
    KeyStore store = KeyStore.getInstance("PKCS11", provider);
    store.load(null, PIN.toCharArray());
    return new SoftTokens(provider, store);
  }

  /** Makes a key in the token, with a certificate and its chain. */
  KeyPair put(String label, int bits) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", provider);
    generator.initialize(bits);
    KeyPair pair = generator.generateKeyPair();
    store.setKeyEntry(
        label, pair.getPrivate(), null, new Certificate[] {certificate(pair), INTERMEDIATE, ROOT});
    return pair;
  }

  static X509Certificate certificate(KeyPair pair) {
    return OperatorFiles.server(pair).make();
  }
}

package eu.rempart.tls;

import static eu.rempart.tls.OperatorFiles.INTERMEDIATE;
import static eu.rempart.tls.OperatorFiles.NOW;
import static eu.rempart.tls.OperatorFiles.ROOT;
import static eu.rempart.tls.OperatorFiles.SERVER;
import static eu.rempart.tls.OperatorFiles.SERVER_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.rempart.tls.CertificateRefusedException.Reason;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorPkcs12Test {
  private static final String SECRET = "correct horse é";

  @TempDir private Path folder;

  private static KeyStore store() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static void add(KeyStore store, String alias, KeyPair key, X509Certificate... chain)
      throws Exception {
    store.setKeyEntry(alias, key.getPrivate(), SECRET.toCharArray(), chain);
  }

  private Path write(KeyStore store) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    store.store(bytes, SECRET.toCharArray());
    return write("server.p12", bytes.toByteArray());
  }

  private Path write(String name, byte[] bytes) throws Exception {
    Path file = Files.write(folder.resolve(name), bytes);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private Path good() throws Exception {
    KeyStore store = store();
    add(store, "server", SERVER_KEY, SERVER, INTERMEDIATE, ROOT);
    return write(store);
  }

  private ServerTls open(Path file, String passphrase) {
    return ServerTls.open(
        TlsSettings.in(folder.resolve("home"))
            .withOperator(
                OperatorCertificate.inFiles(file, file, Passphrase.of(passphrase.toCharArray())))
            .withClock(Clock.fixed(NOW, ZoneOffset.UTC)));
  }

  private void assertRefused(Path file, Reason reason) {
    assertRefused(file, SECRET, reason);
  }

  private void assertRefused(Path file, String passphrase, Reason reason) {
    var refusal =
        catchThrowableOfType(CertificateRefusedException.class, () -> open(file, passphrase));
    assertThat(refusal).isNotNull();
    assertThat(refusal.reason()).isEqualTo(reason);
    assertThat(refusal)
        .hasMessageStartingWith(file + ": ")
        .hasMessageEndingWith("(" + reason.code() + ")");
  }

  @Test
  void keyAndChainComeFromOneFile() throws Exception {
    ServerTls tls = open(good(), SECRET);

    assertThat(tls.status().server()).isEqualTo(CertificateFacts.of(SERVER));
    assertThat(tls.caCertificate()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-name server", "-legacy", "-descert -legacy"})
  void whatOpensslWritesIsRead(String options) throws Exception {
    Path chain =
        OperatorFiles.write(
            folder.resolve("chain.pem"),
            OperatorFiles.pem(SERVER, INTERMEDIATE, ROOT),
            "rw-------");
    Path key =
        OperatorFiles.write(
            folder.resolve("key.pem"), OperatorFiles.pkcs8(SERVER_KEY), "rw-------");
    Path file = folder.resolve("server.pfx");
    List<String> command =
        new ArrayList<>(List.of("openssl", "pkcs12", "-export", "-passout", "pass:abc"));
    command.addAll(List.of(options.split(" ")));
    command.addAll(
        List.of("-in", chain.toString(), "-inkey", key.toString(), "-out", file.toString()));
    Process openssl = new ProcessBuilder(command).inheritIO().start();
    assertThat(openssl.waitFor()).isZero();

    assertThat(open(file, "abc").status().server()).isEqualTo(CertificateFacts.of(SERVER));
  }

  @Test
  void passphrasesAreAskedForAndChecked() throws Exception {
    assertRefused(good(), "wrong", Reason.PASSPHRASE_WRONG);
    assertRefused(good(), "", Reason.PASSPHRASE_MISSING);
  }

  @Test
  void filesThatAreNoPkcs12AreRefused() throws Exception {
    byte[] bytes = Files.readAllBytes(good());

    assertRefused(write("half.p12", Arrays.copyOf(bytes, 900)), Reason.NOT_PKCS12);
    assertRefused(write("empty.p12", new byte[0]), Reason.NOT_PKCS12);
    assertRefused(
        write("pem.p12", OperatorFiles.pem(SERVER).getBytes(StandardCharsets.US_ASCII)),
        Reason.NOT_PKCS12);
    assertRefused(folder.resolve("missing.p12"), Reason.FILE_MISSING);
  }

  @Test
  void aPkcs12FileNamedAsPemIsRefusedWithTheRightName() throws Exception {
    Path file = write("server.pem", Files.readAllBytes(good()));

    assertRefused(file, Reason.NOT_PEM);
    assertThat(catchThrowableOfType(CertificateRefusedException.class, () -> open(file, SECRET)))
        .hasMessageContaining("must be named .p12 or .pfx");
  }

  @Test
  void thereMustBeOneKeyAndItMustBeLongAndReadableByNobodyElse() throws Exception {
    KeyStore none = store();
    none.setCertificateEntry("root", ROOT);
    assertRefused(write(none), Reason.NO_PRIVATE_KEY);

    KeyStore several = store();
    add(several, "one", SERVER_KEY, SERVER, INTERMEDIATE, ROOT);
    add(several, "two", SERVER_KEY, SERVER, INTERMEDIATE, ROOT);
    assertRefused(write(several), Reason.SEVERAL_KEYS);

    KeyStore small = store();
    add(
        small,
        "small",
        OperatorFiles.SMALL_KEY,
        OperatorFiles.server(OperatorFiles.SMALL_KEY).make(),
        INTERMEDIATE,
        ROOT);
    assertRefused(write(small), Reason.KEY_TOO_SMALL);

    Path exposed = good();
    Files.setPosixFilePermissions(exposed, PosixFilePermissions.fromString("rw-r--r--"));
    assertRefused(exposed, Reason.KEY_FILE_EXPOSED);
  }

  @Test
  void theChainInTheFileIsCheckedLikeAnyOther() throws Exception {
    KeyStore incomplete = store();
    add(incomplete, "server", SERVER_KEY, SERVER, INTERMEDIATE);
    assertRefused(write(incomplete), Reason.CHAIN_INCOMPLETE);

    KeyStore expired = store();
    add(
        expired,
        "server",
        SERVER_KEY,
        OperatorFiles.server(SERVER_KEY)
            .valid("2025-01-01T00:00:00Z", "2026-05-31T23:59:59Z")
            .make(),
        INTERMEDIATE,
        ROOT);
    assertRefused(write(expired), Reason.EXPIRED);
  }
}

package eu.rempart.tls;

import static eu.rempart.tls.OperatorFiles.INTERMEDIATE;
import static eu.rempart.tls.OperatorFiles.NOW;
import static eu.rempart.tls.OperatorFiles.ROOT;
import static eu.rempart.tls.OperatorFiles.SERVER;
import static eu.rempart.tls.OperatorFiles.SERVER_KEY;
import static eu.rempart.tls.OperatorFiles.encryptedPkcs1;
import static eu.rempart.tls.OperatorFiles.encryptedPkcs8;
import static eu.rempart.tls.OperatorFiles.pem;
import static eu.rempart.tls.OperatorFiles.pkcs1;
import static eu.rempart.tls.OperatorFiles.pkcs8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.rempart.tls.CertificateRefusedException.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.ZoneOffset;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorPemTest {
  private static final String SECRET = "correct horse é";

  @TempDir private Path folder;

  private ServerTls open(OperatorPem pem) {
    return ServerTls.open(
        TlsSettings.in(folder.resolve("home"))
            .withOperator(pem)
            .withClock(Clock.fixed(NOW, ZoneOffset.UTC)));
  }

  private OperatorPem files(String chain, String key, Passphrase passphrase) throws Exception {
    return new OperatorPem(
        OperatorFiles.write(folder.resolve("chain.pem"), chain, "rw-r--r--"),
        OperatorFiles.write(folder.resolve("key.pem"), key, "rw-------"),
        passphrase);
  }

  private OperatorPem files(String chain, String key) throws Exception {
    return files(chain, key, Passphrase.none());
  }

  private static String goodChain() {
    return pem(SERVER, INTERMEDIATE, ROOT);
  }

  private CertificateRefusedException refusal(OperatorPem pem) {
    var refusal = catchThrowableOfType(CertificateRefusedException.class, () -> open(pem));
    assertThat(refusal).isNotNull();
    assertThat(refusal.getMessage()).startsWith(refusal.file() + ": ");
    return refusal;
  }

  private void assertRefused(OperatorPem pem, Reason reason) {
    assertThat(refusal(pem).reason()).isEqualTo(reason);
  }

  private void assertChainRefused(Reason reason, X509Certificate... chain) throws Exception {
    assertRefused(files(pem(chain), pkcs8(SERVER_KEY)), reason);
  }

  @Test
  void aGoodChainIsUsedAsItIsAndMakesNoAuthority() throws Exception {
    ServerTls tls = open(files(goodChain(), pkcs8(SERVER_KEY)));

    assertThat(tls.status().server()).isEqualTo(CertificateFacts.of(SERVER));
    assertThat(tls.status().server().names()).containsExactly("crm.example.org");
    assertThat(tls.caCertificate()).isEmpty();
    assertThat(folder.resolve("home")).doesNotExist();
  }

  @Test
  void everyUsualSpellingOfAKeyIsRead() throws Exception {
    Passphrase passphrase = Passphrase.of(SECRET.toCharArray());

    open(files(goodChain(), pkcs1(SERVER_KEY)));
    open(files(goodChain(), encryptedPkcs8(SERVER_KEY, SECRET), passphrase));
    open(
        files(
            goodChain(),
            encryptedPkcs1(SERVER_KEY, "ascii"),
            Passphrase.of("ascii".toCharArray())));
    open(files(goodChain(), "\ufeffBag Attributes\n" + pkcs8(SERVER_KEY).replace("\n", "\r\n")));
  }

  @Test
  void keyAndChainMayShareAFileEvenWithBoundaryLinesGluedTogether() throws Exception {
    String joined = (goodChain() + pkcs8(SERVER_KEY)).replace("-----\n-----", "----------");
    assertThat(joined).contains("----------BEGIN");
    Path file = OperatorFiles.write(folder.resolve("all.pem"), joined, "rw-r-----");

    assertThat(open(OperatorPem.of(file, file)).status().server().sha256()).isNotEmpty();
  }

  @Test
  void aKeyUnder4096BitsIsRefusedWithItsSize() throws Exception {
    X509Certificate small = OperatorFiles.server(OperatorFiles.SMALL_KEY).make();

    var refusal = refusal(files(pem(small, INTERMEDIATE, ROOT), pkcs8(OperatorFiles.SMALL_KEY)));

    assertThat(refusal.reason()).isEqualTo(Reason.KEY_TOO_SMALL);
    assertThat(refusal).hasMessageContaining("2048 bits; at least 4096 are required");
    assertThat(refusal).hasMessageEndingWith("(tls-key-too-small)");
  }

  @Test
  void aKeyOnACurveIsRefused() throws Exception {
    X509Certificate curve = OperatorFiles.server(OperatorFiles.CURVE_KEY).make();

    assertRefused(
        files(pem(curve, INTERMEDIATE, ROOT), pkcs8(OperatorFiles.CURVE_KEY)), Reason.KEY_NOT_RSA);
  }

  @Test
  void aKeyOfAnotherCertificateIsRefused() throws Exception {
    assertRefused(files(goodChain(), pkcs8(TestKeys.key(3))), Reason.KEY_MISMATCH);
  }

  @Test
  void certificatesOutsideOfTheirTimeAreRefused() throws Exception {
    var server = OperatorFiles.server(SERVER_KEY);

    assertChainRefused(
        Reason.EXPIRED,
        server.valid("2025-01-01T00:00:00Z", "2026-05-31T23:59:59Z").make(),
        INTERMEDIATE,
        ROOT);
    assertChainRefused(
        Reason.NOT_YET_VALID,
        server.valid("2026-06-01T00:00:01Z", "2027-01-01T00:00:00Z").make(),
        INTERMEDIATE,
        ROOT);
  }

  @Test
  void incompleteChainsAreRefusedWithTheMissingIssuer() throws Exception {
    assertThat(refusal(files(pem(SERVER), pkcs8(SERVER_KEY))))
        .hasMessageContaining("\"CN=Intermediate\"")
        .hasMessageContaining("append it");
    assertChainRefused(Reason.CHAIN_INCOMPLETE, SERVER);
    assertChainRefused(Reason.CHAIN_INCOMPLETE, SERVER, INTERMEDIATE);
    assertChainRefused(Reason.CHAIN_INCOMPLETE, SERVER, ROOT);
  }

  @Test
  void chainsInTheWrongOrderAreRefused() throws Exception {
    assertChainRefused(Reason.CHAIN_WRONG_ORDER, ROOT, INTERMEDIATE, SERVER);
    assertChainRefused(Reason.CHAIN_WRONG_ORDER, INTERMEDIATE, SERVER, ROOT);
    assertChainRefused(Reason.CHAIN_WRONG_ORDER, SERVER, ROOT, INTERMEDIATE);
  }

  @Test
  void certificatesThatBrowsersRefuseAreRefusedHereAlready() throws Exception {
    assertChainRefused(
        Reason.WEAK_SIGNATURE,
        OperatorFiles.server(SERVER_KEY).signedWith("SHA1withRSA").make(),
        INTERMEDIATE,
        ROOT);
    assertChainRefused(
        Reason.NOT_FOR_SERVERS,
        OperatorFiles.server(SERVER_KEY).meantFor(KeyPurposeId.id_kp_clientAuth).make(),
        INTERMEDIATE,
        ROOT);
    assertChainRefused(
        Reason.NO_HOST_NAME,
        OperatorFiles.server(SERVER_KEY).nameless().make(),
        INTERMEDIATE,
        ROOT);
  }

  @Test
  void chainsThatBreakTheRulesOfTheirIssuersAreRefused() throws Exception {
    var refusal = refusal(files(pem(OperatorFiles.chainThatIsTooLong()), pkcs8(SERVER_KEY)));

    assertThat(refusal.reason()).isEqualTo(Reason.CHAIN_REFUSED);
    assertThat(refusal).hasMessageContaining("\"CN=Subordinate\"");
  }

  @Test
  void passphrasesAreAskedForAndChecked() throws Exception {
    for (String key :
        new String[] {encryptedPkcs8(SERVER_KEY, SECRET), encryptedPkcs1(SERVER_KEY, SECRET)}) {
      assertRefused(files(goodChain(), key), Reason.PASSPHRASE_MISSING);
      Passphrase wrong = Passphrase.of("wrong secret".toCharArray());
      OperatorPem pem = files(goodChain(), key, wrong);
      assertRefused(pem, Reason.PASSPHRASE_WRONG);
      assertThat(refusal(pem) + pem.toString()).doesNotContain("wrong secret");
    }
  }

  @Test
  void aKeyFileThatOthersCanReadIsRefused() throws Exception {
    OperatorPem pem = files(goodChain(), pkcs8(SERVER_KEY));
    for (String mode : new String[] {"rw-r--r--", "rw-----w-", "rw-rw----"}) {
      OperatorFiles.write(pem.key(), pkcs8(SERVER_KEY), mode);
      assertRefused(pem, Reason.KEY_FILE_EXPOSED);
    }
  }

  @Test
  void missingAndUnreadableFilesAreNamed() throws Exception {
    OperatorPem pem = files(goodChain(), pkcs8(SERVER_KEY));
    Path missing = folder.resolve("missing.pem");
    Path directory = Files.createDirectory(folder.resolve("directory"));

    assertRefused(OperatorPem.of(missing, pem.key()), Reason.FILE_MISSING);
    assertRefused(OperatorPem.of(pem.chain(), missing), Reason.FILE_MISSING);
    assertRefused(OperatorPem.of(directory, pem.key()), Reason.FILE_UNREADABLE);
    assertRefused(OperatorPem.of(pem.chain(), directory), Reason.FILE_UNREADABLE);
    assertThat(refusal(OperatorPem.of(missing, pem.key())).file()).isEqualTo(missing);
  }

  @Test
  void filesThatAreNoPemAreRefused() throws Exception {
    String key = pkcs8(SERVER_KEY);

    assertRefused(files("", key), Reason.NOT_PEM);
    assertRefused(files("0\u0082\u0003 DER", key), Reason.NOT_PEM);
    assertRefused(files(goodChain(), "a password"), Reason.NOT_PEM);
    assertRefused(files(goodChain().substring(0, 900), key), Reason.NOT_PEM);
    assertRefused(files(goodChain(), key.substring(0, 900)), Reason.NOT_PEM);
    assertRefused(files(goodChain(), key.replace("MII", "AAA")), Reason.NOT_PEM);
    assertRefused(files(goodChain() + "#".repeat(1 << 20), key), Reason.NOT_PEM);
  }

  @Test
  void swappedFilesAreRefused() throws Exception {
    assertRefused(files(pkcs8(SERVER_KEY), pkcs8(SERVER_KEY)), Reason.NO_CERTIFICATE);
    assertRefused(files(goodChain(), goodChain()), Reason.NO_PRIVATE_KEY);
  }

  @Test
  void replacedFilesAreTakenUpAndBadOnesLeaveTheFormerInUse() throws Exception {
    OperatorPem pem = files(goodChain(), pkcs8(SERVER_KEY));
    ServerTls tls = open(pem);
    assertThat(tls.renewIfDue()).isEqualTo(Renewal.UNCHANGED);

    Files.writeString(pem.chain(), pem(SERVER));
    assertThatThrownBy(tls::renewIfDue).isInstanceOf(CertificateRefusedException.class);
    assertThat(tls.status().server()).isEqualTo(CertificateFacts.of(SERVER));

    X509Certificate next =
        OperatorFiles.server(SERVER_KEY).valid(OperatorFiles.FROM, "2028-01-01T00:00:00Z").make();
    Files.writeString(pem.chain(), pem(next, INTERMEDIATE, ROOT));
    assertThat(tls.renewIfDue()).isEqualTo(Renewal.SERVER_CERTIFICATE);
    assertThat(tls.status().server()).isEqualTo(CertificateFacts.of(next));
  }
}

package eu.rempart.tls;

import static eu.rempart.tls.OperatorFiles.INTERMEDIATE;
import static eu.rempart.tls.OperatorFiles.ROOT;
import static eu.rempart.tls.SoftTokens.LIBRARY;
import static eu.rempart.tls.SoftTokens.PIN;
import static eu.rempart.tls.SoftTokens.certificate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.rempart.tls.CertificateRefusedException.Reason;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys inside of a token, with SoftHSM. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenTest {
  private static final String SERVER = "rempart-server";

  @TempDir private Path folder;
  private KeyPair inToken = TestKeys.key(0); // until the token has made one

  @BeforeAll
  void makeTokens() throws Exception {
    SoftTokens.make("rempart", "other", "locked");
    SoftTokens token = SoftTokens.open("rempart");
    inToken = token.put(SERVER, 4096);
    token.put("small", 2048);
  }

  private OperatorToken token(String label, String keyLabel, Optional<Path> chain)
      throws Exception {
    return new OperatorToken(
        LIBRARY, OptionalLong.empty(), Optional.of(label), pin(PIN), keyLabel, chain);
  }

  private Path pin(String pin) throws Exception {
    return OperatorFiles.write(folder.resolve("pin"), pin, "rw-------");
  }

  private static TlsSettings settings(OperatorToken token) {
    return TlsSettings.in(Path.of("unused"))
        .withOperator(token)
        .withClock(Clock.fixed(OperatorFiles.NOW, ZoneOffset.UTC));
  }

  private static CertificateRefusedException refusal(OperatorToken token) {
    var refusal =
        catchThrowableOfType(
            CertificateRefusedException.class, () -> ServerTls.open(settings(token)));
    assertThat(refusal).isNotNull();
    return refusal;
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void aServerSignsWithAKeyThatNeverLeavesTheToken(String protocol) throws Exception {
    var authorityKey = (RSAPrivateCrtKey) TestKeys.key(1).getPrivate();
    Instant now = Instant.now();
    X509Certificate authority =
        Issuer.authority(Issuer.newAuthorityName(), authorityKey, Optional.empty(), now);
    X509Certificate certificate =
        Issuer.ownServer(
            HostNames.of(List.of("localhost")),
            inToken.getPublic(),
            new Identity(authorityKey, List.of(authority)),
            now);
    Path chain =
        OperatorFiles.write(
            folder.resolve("chain.pem"), OperatorFiles.pem(certificate, authority), "rw-r--r--");
    ServerTls tls =
        ServerTls.open(
            TlsSettings.in(folder).withOperator(token("rempart", SERVER, Optional.of(chain))));

    try (EchoServer server = new EchoServer(tls)) {
      SSLSession session =
          new TestClient(authority).talk("localhost", server.port(), List.of(protocol), List.of());
      assertThat(session.getProtocol()).isEqualTo(protocol);
      assertThat(session.getPeerCertificates()[0]).isEqualTo(certificate);
    }
  }

  @Test
  void keyAndChainComeFromTheTokenAlone() throws Exception {
    ServerTls tls = ServerTls.open(settings(token("rempart", SERVER, Optional.empty())));

    assertThat(tls.status().server()).isEqualTo(CertificateFacts.of(certificate(inToken)));
    assertThat(tls.caCertificate()).isEmpty();
    assertThat(privateKey().getEncoded()).isNull();
  }

  private PrivateKey privateKey() throws Exception {
    return new TokenCertificates(
            token("rempart", SERVER, Optional.empty()),
            Clock.fixed(OperatorFiles.NOW, ZoneOffset.UTC))
        .load()
        .identity()
        .key();
  }

  @Test
  void theChainMayLieInAFileAndIsTakenUpWhenReplaced() throws Exception {
    Path chain =
        OperatorFiles.write(
            folder.resolve("chain.pem"),
            OperatorFiles.pem(certificate(inToken), INTERMEDIATE, ROOT),
            "rw-r--r--");
    ServerTls tls = ServerTls.open(settings(token("rempart", SERVER, Optional.of(chain))));
    assertThat(tls.reloadIfReplaced()).isEqualTo(Renewal.UNCHANGED);
    X509Certificate next =
        OperatorFiles.server(inToken).valid(OperatorFiles.FROM, "2028-01-01T00:00:00Z").make();

    Files.writeString(chain, OperatorFiles.pem(next, INTERMEDIATE, ROOT));

    assertThat(tls.reloadIfReplaced()).isEqualTo(Renewal.SERVER_CERTIFICATE);
    assertThat(tls.status().server()).isEqualTo(CertificateFacts.of(next));
  }

  @Test
  void aChainOfAnotherKeyIsRefused() throws Exception {
    Path chain =
        OperatorFiles.write(
            folder.resolve("chain.pem"),
            OperatorFiles.pem(OperatorFiles.SERVER, INTERMEDIATE, ROOT),
            "rw-r--r--");

    assertThat(refusal(token("rempart", SERVER, Optional.of(chain))).reason())
        .isEqualTo(Reason.KEY_MISMATCH);
  }

  @Test
  void aSmallKeyIsRefusedInATokenToo() throws Exception {
    var refusal = refusal(token("rempart", "small", Optional.empty()));

    assertThat(refusal.reason()).isEqualTo(Reason.KEY_TOO_SMALL);
    assertThat(refusal).hasMessageContaining("2048 bits; at least 4096");
  }

  @Test
  void aMissingKeyIsNamed() throws Exception {
    var refusal = refusal(token("rempart", "absent", Optional.empty()));

    assertThat(refusal.reason()).isEqualTo(Reason.TOKEN_KEY_MISSING);
    assertThat(refusal).hasMessageContaining("\"absent\"").hasMessageContaining("CKA_ID");
  }

  @Test
  void aTokenThatIsNotThereIsRefusedWithThoseThatAre() throws Exception {
    var refusal = refusal(token("absent", SERVER, Optional.empty()));

    assertThat(refusal.reason()).isEqualTo(Reason.TOKEN_MISSING);
    assertThat(refusal)
        .hasMessageContaining("labelled \"absent\"")
        .hasMessageContaining("\"rempart\" in slot ");
    OperatorToken bySlot =
        new OperatorToken(
            LIBRARY, OptionalLong.of(99), Optional.empty(), pin(PIN), SERVER, Optional.empty());
    assertThat(refusal(bySlot)).hasMessageContaining("in slot 99");
  }

  @Test
  void aSlotIsFoundByItsNumber() throws Exception {
    long number = SoftTokens.slot("rempart").number();
    OperatorToken bySlot =
        new OperatorToken(
            LIBRARY, OptionalLong.of(number), Optional.empty(), pin(PIN), SERVER, Optional.empty());

    assertThatCode(() -> ServerTls.open(settings(bySlot))).doesNotThrowAnyException();
  }

  @Test
  void aWrongPinIsRefusedAndNotTriedAgainBeforeItsFileChanges() throws Exception {
    OperatorToken settings = token("other", "any", Optional.empty());
    TokenCertificates source = new TokenCertificates(settings, Clock.systemUTC());
    pin("1111");

    var first = catchThrowableOfType(CertificateRefusedException.class, source::load);
    var second = catchThrowableOfType(CertificateRefusedException.class, source::load);

    assertThat(first.reason()).isEqualTo(Reason.PIN_WRONG);
    assertThat(first).hasMessageContaining("\"other\"").hasMessageNotContaining("1111");
    assertThat(second).as("the very same refusal, without a try").isSameAs(first);
    pin(PIN + "\n");
    assertThat(catchThrowableOfType(CertificateRefusedException.class, source::load).reason())
        .as("the PIN is right now; the token has no such key")
        .isEqualTo(Reason.TOKEN_KEY_MISSING);
  }

  @Test
  void aPinFileMustHoldAPinAndBeClosedToOthers() throws Exception {
    OperatorToken settings = token("rempart", SERVER, Optional.empty());

    pin("\n");
    assertThat(refusal(settings).reason()).isEqualTo(Reason.PIN_MISSING);
    OperatorFiles.write(settings.pinFile(), PIN, "rw-r--r--");
    assertThat(refusal(settings).reason()).isEqualTo(Reason.KEY_FILE_EXPOSED);
    Files.delete(settings.pinFile());
    assertThat(refusal(settings).reason()).isEqualTo(Reason.FILE_MISSING);
  }

  @Test
  void aLibraryThatIsNoneIsRefused() throws Exception {
    Path text = Files.write(folder.resolve("lib.so"), "text".getBytes(StandardCharsets.US_ASCII));
    Path libc = otherLibrary();

    assertThat(refusal(library(folder.resolve("absent.so"))).reason())
        .isEqualTo(Reason.FILE_MISSING);
    assertThat(refusal(library(text)).reason()).isEqualTo(Reason.TOKEN_LIBRARY_UNUSABLE);
    assertThat(refusal(library(libc)).reason()).isEqualTo(Reason.TOKEN_LIBRARY_UNUSABLE);
  }

  private OperatorToken library(Path library) throws Exception {
    return new OperatorToken(
        library, OptionalLong.empty(), Optional.empty(), pin(PIN), SERVER, Optional.empty());
  }

  private static Path otherLibrary() throws Exception {
    try (var libraries = Files.list(Path.of(System.getProperty("java.home"), "lib"))) {
      return libraries
          .filter(it -> Arrays.asList("libzip.so", "libzip.dylib").contains(it.getFileName() + ""))
          .findFirst()
          .orElseThrow();
    }
  }
}

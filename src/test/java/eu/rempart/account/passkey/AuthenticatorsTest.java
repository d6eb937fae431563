package eu.rempart.account.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.vault.passkey.NewPasskey;
import eu.rempart.vault.passkey.PasskeyKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What authenticators and browsers may send that is no proof of anything. */
class AuthenticatorsTest {

  private static final Authenticators AUTHENTICATORS = new Authenticators();
  private static final Site SITE = Site.of("crm.example.org", 443).orElseThrow();
  private static final byte[] CHALLENGE =
      "01234567890123456789012345678901".getBytes(StandardCharsets.US_ASCII);

  private SoftAuthenticator authenticator;
  private NewPasskey passkey;

  @BeforeEach
  void enrol() {
    authenticator = new SoftAuthenticator();
    passkey = enrol(authenticator.enrol(CHALLENGE));
  }

  private static NewPasskey enrol(Enrolled enrolled) {
    return AUTHENTICATORS.enrol(enrolled, SITE, CHALLENGE, PasskeyKind.SIGN_IN, true, "Laptop");
  }

  private long check(Assertion assertion) {
    return AUTHENTICATORS.check(assertion, passkey, SITE, CHALLENGE);
  }

  @Test
  void whatItsOwnerDidIsTaken() {
    authenticator.counter = 5;
    assertThat(check(authenticator.use(CHALLENGE))).isEqualTo(5);
    assertThat(AUTHENTICATORS.challenge(authenticator.use(CHALLENGE).clientData()))
        .isEqualTo(Sent.text(CHALLENGE));
  }

  static Stream<Arguments> lies() {
    return Stream.of(
        lie("another origin", a -> a.origin = "https://evil.example.org"),
        lie("our name before theirs", a -> a.origin = "https://crm.example.org.evil.org"),
        lie("another port", a -> a.origin = "https://crm.example.org:8443"),
        lie("without TLS", a -> a.origin = "http://crm.example.org"),
        lie("the domain above", a -> a.host = "example.org"),
        lie("nobody was there", a -> a.flags = SoftAuthenticator.UV),
        lie("whoever was there", a -> a.flags = SoftAuthenticator.UP),
        lie("in another site's frame", a -> a.extra = ",\"crossOrigin\":true"),
        lie("extensions that are not there", a -> a.flags |= SoftAuthenticator.ED));
  }

  private static Arguments lie(String what, Consumer<SoftAuthenticator> lie) {
    return Arguments.of(what, lie);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lies")
  void liesAreRefused(String what, Consumer<SoftAuthenticator> lie) {
    lie.accept(authenticator);
    Assertion told = authenticator.use(CHALLENGE);
    assertThatThrownBy(() -> check(told)).isInstanceOf(AuthenticatorRefusedException.class);
    Enrolled enrolled = authenticator.enrol(CHALLENGE);
    assertThatThrownBy(() -> enrol(enrolled)).isInstanceOf(AuthenticatorRefusedException.class);
  }

  @Test
  void anotherChallengeIsRefused() {
    byte[] other = CHALLENGE.clone();
    other[0]++;
    Assertion told = authenticator.use(other);
    assertThatThrownBy(() -> check(told)).isInstanceOf(AuthenticatorRefusedException.class);
  }

  @Test
  void whatWasSignedForEnrolmentIsNoSignIn() {
    Assertion told =
        authenticator.sign(
            authenticator.clientData("webauthn.create", CHALLENGE),
            authenticator.authenticatorData());
    assertThatThrownBy(() -> check(told)).isInstanceOf(AuthenticatorRefusedException.class);
  }

  @Test
  void counterThatGoesBackIsRefused() {
    authenticator.counter = 9;
    passkey = enrol(authenticator.enrol(CHALLENGE));
    authenticator.counter = 9;
    Assertion again = authenticator.use(CHALLENGE);
    assertThatThrownBy(() -> check(again)).isInstanceOf(AuthenticatorRefusedException.class);
    authenticator.counter = 10;
    assertThat(check(authenticator.use(CHALLENGE))).isEqualTo(10);
  }

  @Test
  void anotherPasskeySignsForNobody() {
    SoftAuthenticator other = new SoftAuthenticator();
    Assertion told = other.use(CHALLENGE);
    assertThatThrownBy(() -> check(told)).isInstanceOf(AuthenticatorRefusedException.class);
    other.credentialId = authenticator.credentialId;
    Assertion named = other.use(CHALLENGE);
    assertThatThrownBy(() -> check(named)).isInstanceOf(AuthenticatorRefusedException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8, 36})
  void brokenSignaturesAreRefused(int broken) {
    Assertion right = authenticator.use(CHALLENGE);
    byte[] signature = right.signature().clone();
    signature[broken] ^= 1;
    Assertion told =
        new Assertion(right.credentialId(), right.clientData(), right.authenticator(), signature);
    assertThatThrownBy(() -> check(told)).isInstanceOf(AuthenticatorRefusedException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3006020100020100", // r and s are 0
        "30060201ff0201ff", // negative
        "3000",
        "00"
      })
  void signaturesThatAreNoneAreRefused(String hex) {
    Assertion right = authenticator.use(CHALLENGE);
    Assertion told =
        new Assertion(
            right.credentialId(),
            right.clientData(),
            right.authenticator(),
            SoftAuthenticator.bytes(hex));
    assertThatThrownBy(() -> check(told)).isInstanceOf(AuthenticatorRefusedException.class);
  }

  @Test
  void bytesAfterTheEndAreRefused() {
    Assertion told =
        authenticator.sign(
            authenticator.clientData("webauthn.get", CHALLENGE),
            authenticator.authenticatorData((byte) 0xa0));
    assertThatThrownBy(() -> check(told)).isInstanceOf(AuthenticatorRefusedException.class);
  }

  @Test
  void pointBesideTheCurveIsNoKey() {
    byte[] point = new byte[32];
    Arrays.fill(point, (byte) 3);
    Enrolled enrolled =
        new Enrolled(
            authenticator.clientData("webauthn.create", CHALLENGE),
            authenticator.attestation(SoftAuthenticator.key(point, point)));
    assertThatThrownBy(
            () -> {
              passkey = enrol(enrolled);
              check(authenticator.use(CHALLENGE));
            })
        .isInstanceOf(AuthenticatorRefusedException.class);
  }

  @Test
  void identifierThatIsTooLongOrNoneIsRefused() {
    for (int length : new int[] {0, 1024}) {
      authenticator.credentialId = new byte[length];
      Enrolled enrolled = authenticator.enrol(CHALLENGE);
      assertThatThrownBy(() -> enrol(enrolled))
          .as("%d bytes", length)
          .isInstanceOf(AuthenticatorRefusedException.class);
    }
  }

  @Test
  void cborThatIsNestedTooDeepOrTooLongIsRefused() {
    byte[] deep = new byte[10_000];
    Arrays.fill(deep, (byte) 0x81);
    byte[] clientData = authenticator.clientData("webauthn.create", CHALLENGE);
    for (byte[] attestation : new byte[][] {deep, new byte[70_000], {}, {(byte) 0xbf}}) {
      assertThatThrownBy(() -> enrol(new Enrolled(clientData, attestation)))
          .isInstanceOf(AuthenticatorRefusedException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "{}", "{\"challenge\":7}", "\ufeff{}"})
  void clientDataThatIsNoneIsRefused(String text) {
    assertThatThrownBy(() -> AUTHENTICATORS.challenge(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(AuthenticatorRefusedException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 31, 33, 64})
  void secretsOfAnotherLengthAreNone(int bytes) {
    byte[] secret = new byte[bytes];
    Arrays.fill(secret, (byte) 7);
    String sent = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    assertThatThrownBy(() -> Sent.secret(_ -> sent))
        .isInstanceOf(AuthenticatorRefusedException.class);
  }

  @Test
  void secretOfZerosIsNone() {
    String sent = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[32]);
    assertThatThrownBy(() -> Sent.secret(_ -> sent))
        .isInstanceOf(AuthenticatorRefusedException.class);
    assertThat(Sent.secret(_ -> null)).isNull();
    assertThat(Sent.secret(_ -> "")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "[::1]", "::1", "fe80::1", ""})
  void addressesHaveNoPasskeys(String name) {
    assertThat(Site.of(name, 443)).isEmpty();
  }

  @Test
  void siteIsTheNameAndTheOriginHasThePort() {
    assertThat(Site.of("CRM.Example.org", 8443).orElseThrow())
        .isEqualTo(new Site("crm.example.org", "https://crm.example.org:8443"));
  }
}

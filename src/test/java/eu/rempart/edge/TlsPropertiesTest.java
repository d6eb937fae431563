package eu.rempart.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.tls.OperatorPem;
import eu.rempart.tls.OperatorPkcs12;
import eu.rempart.tls.OperatorToken;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The settings as an operator writes them. */
class TlsPropertiesTest {

  private static TlsProperties bound(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("rempart.tls", TlsProperties.class);
  }

  @Test
  void withoutACertificateTheOwnAuthorityIsUsed() {
    assertThat(bound(Map.of()).operator()).isEmpty();
  }

  @Test
  void aPemFileMayHoldTheKeyToo() {
    var operator = bound(Map.of("rempart.tls.certificate", "/etc/all.pem")).operator();

    assertThat(operator)
        .get()
        .isEqualTo(OperatorPem.of(Path.of("/etc/all.pem"), Path.of("/etc/all.pem")));
  }

  @Test
  void aFileNamedP12IsPkcs12() {
    var operator =
        bound(
                Map.of(
                    "rempart.tls.certificate", "/etc/server.P12",
                    "rempart.tls.key-passphrase", "secret"))
            .operator();

    assertThat(operator.orElseThrow()).isInstanceOf(OperatorPkcs12.class);
    assertThat(operator.orElseThrow().toString()).doesNotContain("secret");
  }

  @Test
  void aTokenIsNamedByItsLabelOrSlot() {
    var token =
        Map.of(
            "rempart.tls.pkcs11.library", "/usr/lib/token.so",
            "rempart.tls.pkcs11.token-label", "rempart",
            "rempart.tls.pkcs11.slot", "402927474",
            "rempart.tls.pkcs11.pin-file", "/etc/pin",
            "rempart.tls.pkcs11.key-label", "server");

    assertThat(bound(token).operator())
        .contains(
            new OperatorToken(
                Path.of("/usr/lib/token.so"),
                OptionalLong.of(402_927_474),
                Optional.of("rempart"),
                Path.of("/etc/pin"),
                "server",
                Optional.empty()));
  }

  @Test
  void aTokenWithoutAllThatFindsItsKeyIsRefused() {
    Map<String, String> incomplete = Map.of("rempart.tls.pkcs11.library", "/usr/lib/token.so");

    assertThatThrownBy(() -> bound(incomplete))
        .hasRootCauseMessage("rempart.tls.pkcs11.pin-file is not set");
  }
}

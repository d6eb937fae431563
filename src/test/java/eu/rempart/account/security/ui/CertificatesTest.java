package eu.rempart.account.security.ui;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.tls.CertificateFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CertificatesTest {
  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant UNTIL = FROM.plus(Duration.ofDays(90));

  private static String at(Duration afterTheStart) {
    CertificateFacts certificate =
        new CertificateFacts(
            "CN=crm.example.org", "CN=Root", "01", "AA:BB", 4096, FROM, UNTIL, List.of());
    return Certificates.line(certificate, FROM.plus(afterTheStart))
        .getElement()
        .getTextRecursively();
  }

  @Test
  void aCertificateTellsItsAgeAndHowLongItStillLasts() {
    assertThat(at(Duration.ofDays(1)))
        .isEqualTo("valid until 1 Apr 2026 · 89 days left · 1 day old");
    assertThat(at(Duration.ofHours(1))).endsWith("made today");
  }

  @Test
  void inItsLastThirdItAsksToBeRenewed() {
    assertThat(at(Duration.ofDays(60).minusSeconds(1))).doesNotContain("renew");
    assertThat(at(Duration.ofDays(60))).endsWith("· 30 days left · 60 days old renew soon");
  }

  @Test
  void outsideOfItsTimeItSaysSo() {
    assertThat(at(Duration.ofDays(91))).isEqualTo("valid until 1 Apr 2026 expired");
    assertThat(at(Duration.ofHours(-1))).endsWith("not yet valid");
  }
}

package eu.rempart.vault.second;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.vault.crypto.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes as RFC 6238, appendix B has them, of which apps show the last six digits. */
class TotpTest {

  private static final Secret SEED =
      Secret.owning("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void codesAreThoseOfTheStandard(long second, String code) {
    assertThat(Totp.code(SEED, Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
  }

  @Test
  void neighboursAreTakenAndNoMore() {
    Instant now = Instant.ofEpochSecond(1234567890);
    for (long away = -2; away <= 2; away++) {
      long step = Totp.step(now) + away;
      assertThat(Totp.match(SEED, Totp.code(SEED, step), now).isPresent())
          .as("%d steps away", away)
          .isEqualTo(Math.abs(away) <= 1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"005924", "005 924", " 005924 ", "005-924", "005\u00a0924"})
  void codesAreTypedAsAppsShowThem(String typed) {
    assertThat(Totp.match(SEED, typed, Instant.ofEpochSecond(1234567890))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "5924", "0059240", "00592é", "٠٠٥٩٢٤", "-05924", "5924.0"})
  void whatIsNoCodeIsNone(String typed) {
    assertThat(Totp.match(SEED, typed, Instant.ofEpochSecond(1234567890))).isEmpty();
  }
}

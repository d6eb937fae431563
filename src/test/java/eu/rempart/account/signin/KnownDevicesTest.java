package eu.rempart.account.signin;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.vault.TestDeviceMarks;
import jakarta.servlet.http.Cookie;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class KnownDevicesTest {

  private static final String ADA = "ada0";
  private static final String MAX = "3a20";

  @TempDir Path home;
  @TempDir Path otherHome;

  private Instant now = Instant.parse("2026-01-01T12:00:00Z");

  @SuppressWarnings("NullAway.Init")
  private KnownDevices devices;

  @BeforeEach
  void open() {
    devices = new KnownDevices(TestDeviceMarks.in(home), () -> now);
  }

  @Test
  void aDeviceIsKnownForTheAccountThatSignedInOnItAndForNoOther() {
    String cookie = remember(ADA, null);

    assertThat(devices.find(ADA, cookie)).isPresent();
    assertThat(devices.find(MAX, cookie)).isEmpty();
    assertThat(devices.find(ADA, null)).isEmpty();
  }

  @Test
  void theCookieStaysOnThisServerAndAwayFromScripts() {
    var response = new MockHttpServletResponse();
    devices.remember(ADA, new MockHttpServletRequest(), response);

    assertThat(response.getHeader("Set-Cookie"))
        .startsWith("__Host-rempart-device=")
        .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
        .doesNotContain("Domain");
  }

  @Test
  void severalPeopleShareADevice() {
    String cookie = remember(MAX, remember(ADA, null));
    String again = remember(ADA, cookie);

    assertThat(devices.find(ADA, again)).isEqualTo(devices.find(MAX, again)).isPresent();
    assertThat(again.length()).isEqualTo(cookie.length());
    for (int i = 10; i < 30; i++) {
      again = remember("ff" + i, again);
    }
    assertThat(devices.find("ff29", again)).isPresent();
    assertThat(devices.find(ADA, again)).as("only the latest are kept").isEmpty();
  }

  @Test
  void nobodyCanMakeOneUpOrChangeOne() {
    String cookie = remember(ADA, null);
    for (int i = 0; i < cookie.length(); i++) {
      char changed = cookie.charAt(i) == 'A' ? 'B' : 'A';
      String forged = cookie.substring(0, i) + changed + cookie.substring(i + 1);
      // the last character carries two bits that count for nothing
      if (i < cookie.length() - 1) {
        assertThat(devices.find(ADA, forged)).as(forged).isEmpty();
      }
    }
    assertThat(devices.find(ADA, "x".repeat(5_000))).isEmpty();
    assertThat(devices.find(ADA, "~~~..~")).isEmpty();
    var elsewhere = new KnownDevices(TestDeviceMarks.in(otherHome), () -> now);
    assertThat(elsewhere.find(ADA, cookie)).as("another server's pepper").isEmpty();
  }

  @Test
  void aDeviceIsForgottenAfterHalfAYearAndAClockThatIsSetBackExtendsNothing() {
    String cookie = remember(ADA, null);
    now = now.plus(Duration.ofDays(180));
    assertThat(devices.find(ADA, cookie)).isPresent();
    now = now.plus(Duration.ofDays(1));
    assertThat(devices.find(ADA, cookie)).isEmpty();
    now = now.minus(Duration.ofDays(400));
    assertThat(devices.find(ADA, cookie)).isEmpty();
  }

  private String remember(String account, @org.jspecify.annotations.Nullable String cookie) {
    var request = new MockHttpServletRequest();
    if (cookie != null) {
      request.setCookies(new Cookie(KnownDevices.COOKIE, cookie));
    }
    var response = new MockHttpServletResponse();
    devices.remember(account, request, response);
    return Objects.requireNonNull(response.getHeader("Set-Cookie"))
        .replaceFirst("^[^=]+=([^;]*);.*$", "$1");
  }
}

package eu.rempart.account.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of a browser's own words. */
class DeviceTest {

  @Test
  void browserAndSystemAreTwoWords() {
    assertThat(Device.of("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"))
        .isEqualTo("Firefox, Linux");
    assertThat(Device.of(null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "Firefox/<img src=x onerror=alert(1)> Windows\"><b>",
        "{{constructor.constructor('alert(1)')()}} Chrome/1",
        "\u202eLinux\u0000\r\nSet-Cookie: a=b"
      })
  void markupIsNeverRepeated(String userAgent) {
    assertThat(Device.of(userAgent)).matches("[A-Za-z, ]*");
  }
}

package eu.rempart.ops.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The other site's address, as pages are told of it. */
class SiteWatchTest {

  @Test
  void originIsWhatPagesMayAsk() {
    assertThat(SiteWatch.origin("https://crm-b.example.org/"))
        .contains("https://crm-b.example.org");
    assertThat(SiteWatch.origin("https://crm-b.example.org:8443"))
        .contains("https://crm-b.example.org:8443");
    assertThat(SiteWatch.origin("https://[2001:db8::2]/x")).contains("https://[2001:db8::2]");
  }

  /** It stands in a policy, where a blank or a semicolon would begin something else. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "crm-b.example.org",
        "http://crm-b.example.org",
        "https://",
        "https://b.example; script-src *",
        "https://b_;.example",
        "javascript:alert(1)"
      })
  void anythingElseIsLeftOut(String page) {
    assertThat(SiteWatch.origin(page)).isEmpty();
  }
}

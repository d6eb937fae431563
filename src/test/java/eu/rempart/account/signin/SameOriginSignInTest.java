package eu.rempart.account.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SameOriginSignInTest {

  @ParameterizedTest
  @CsvSource({
    "POST, /login, cross-site, 403",
    "POST, /login, same-site, 403",
    "POST, /%6Cog%69n, cross-site, 403",
    "POST, /login, same-origin, 200",
    "POST, /login, none, 200",
    "POST, /login, , 200",
    "GET, /login, cross-site, 200",
    "POST, /, cross-site, 200",
  })
  void aSignInThatAnotherSiteSendsIsRefusedHoweverItsPathIsWritten(
      String method, String path, String site, int expected) throws Exception {
    var request = new MockHttpServletRequest(method, path);
    if (site != null) {
      request.addHeader("Sec-Fetch-Site", site);
    }
    var response = new MockHttpServletResponse();
    new SameOriginSignIn().doFilter(request, response, new MockFilterChain());

    assertThat(response.getStatus()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "https://evil.example, , 403",
    "null, , 403",
    "http://crm.example, , 403",
    "https://crm.example:8443, , 403",
    "https://crm.example.evil.example, , 403",
    "%, , 403",
    "https://crm.example, , 200",
    "https://CRM.example:443, , 200",
    "https://evil.example, same-origin, 200",
    ", , 200",
  })
  void originCountsWhereTheBrowserSaysNoMore(String origin, String site, int expected)
      throws Exception {
    var request = new MockHttpServletRequest("POST", "/login");
    request.setServerName("crm.example");
    request.setServerPort(443);
    if (origin != null) {
      request.addHeader("Origin", origin);
    }
    if (site != null) {
      request.addHeader("Sec-Fetch-Site", site);
    }
    var response = new MockHttpServletResponse();
    new SameOriginSignIn().doFilter(request, response, new MockFilterChain());

    assertThat(response.getStatus()).isEqualTo(expected);
  }
}

package eu.rempart.account.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class SessionGuardTest {

  private static MockHttpServletRequest request(String method, String destination) {
    var request = new MockHttpServletRequest(method, "/contacts");
    request.addHeader("Sec-Fetch-Dest", destination);
    return request;
  }

  private static MockHttpServletRequest flow(String type) {
    var request = request("POST", "empty");
    request.setParameter("v-r", type);
    return request;
  }

  @Test
  void whatAPersonDoesKeepsThemAwake() {
    assertThat(SessionGuard.isInteraction(request("GET", "document"))).isTrue();
    assertThat(SessionGuard.isInteraction(request("POST", "empty"))).isTrue();
    assertThat(SessionGuard.isInteraction(flow("uidl"))).isTrue();
    assertThat(SessionGuard.isInteraction(new MockHttpServletRequest("GET", "/"))).isTrue();
  }

  @Test
  void whatAnOpenPageFetchesByItselfDoesNot() {
    assertThat(SessionGuard.isInteraction(request("GET", "style"))).isFalse();
    assertThat(SessionGuard.isInteraction(request("GET", "image"))).isFalse();
    assertThat(SessionGuard.isInteraction(flow("heartbeat"))).isFalse();
    assertThat(SessionGuard.isInteraction(flow("push"))).isFalse();
  }
}

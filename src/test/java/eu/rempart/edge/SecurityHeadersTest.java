package eu.rempart.edge;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.common.net.OtherSites;
import eu.rempart.shell.Nonce;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SecurityHeadersTest {

  private final SecurityHeaders filter = new SecurityHeaders(none());

  @Test
  void allowsNeitherEvaluationNorInlineScriptsWithoutTheNonce() throws Exception {
    var request = new MockHttpServletRequest();
    var policy = answer(request).getHeader("Content-Security-Policy");

    assertThat(policy)
        .startsWith("default-src 'none'")
        .contains("script-src 'self' 'nonce-" + request.getAttribute(Nonce.ATTRIBUTE) + "'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
  }

  @Test
  void pagesMayAskTheOtherSiteAlone() {
    assertThat(SecurityHeaders.policy("x", List.of()))
        .contains("; connect-src 'self'; manifest-src");
    assertThat(SecurityHeaders.policy("x", List.of("https://crm-b.example.org")))
        .contains("; connect-src 'self' https://crm-b.example.org; manifest-src");
  }

  private static ObjectProvider<OtherSites> none() {
    return new StaticListableBeanFactory().getBeanProvider(OtherSites.class);
  }

  @Test
  void drawsANewNonceForEveryAnswer() throws Exception {
    var first = new MockHttpServletRequest();
    var second = new MockHttpServletRequest();
    answer(first);
    answer(second);

    assertThat(first.getAttribute(Nonce.ATTRIBUTE))
        .isNotEqualTo(second.getAttribute(Nonce.ATTRIBUTE))
        .asString()
        .hasSize(24);
  }

  @Test
  void sendsEveryOtherHeaderToo() throws Exception {
    var answer = answer(new MockHttpServletRequest());

    assertThat(answer.getHeader("Strict-Transport-Security")).contains("max-age=63072000");
    assertThat(answer.getHeader("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
    assertThat(answer.getHeader("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    assertThat(answer.getHeader("Permissions-Policy")).contains("camera=()");
    assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.getHeader("X-Frame-Options")).isEqualTo("DENY");
  }

  private MockHttpServletResponse answer(MockHttpServletRequest request)
      throws ServletException, IOException {
    var response = new MockHttpServletResponse();
    filter.doFilter(request, response, new MockFilterChain());
    return response;
  }
}

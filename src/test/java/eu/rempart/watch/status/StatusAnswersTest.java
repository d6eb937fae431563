package eu.rempart.watch.status;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.WithFirm;
import eu.rempart.edge.SecurityHeaders;
import jakarta.servlet.Filter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The public addresses, as somebody reaches them who is not signed in. */
class StatusAnswersTest extends WithFirm {

  @Autowired private WebApplicationContext context;
  @Autowired private SecurityHeaders headers;

  private MockHttpServletResponse get(String path) throws Exception {
    SecurityContextHolder.clearContext();
    MockMvc mvc =
        MockMvcBuilders.webAppContextSetup(context)
            .addFilters(headers, context.getBean("springSecurityFilterChain", Filter.class))
            .build();
    return mvc.perform(MockMvcRequestBuilders.get(path).secure(true)).andReturn().getResponse();
  }

  @Test
  void everybodyReadsThemWithoutASessionAndWithoutScripts() throws Exception {
    for (String path : new String[] {"/status", "/status.json", "/status/badge.svg"}) {
      MockHttpServletResponse answer = get(path);
      assertThat(answer.getStatus()).as(path).isEqualTo(200);
      assertThat(answer.getHeaders("Content-Security-Policy"))
          .as(path)
          .containsExactly(StatusController.POLICY);
      assertThat(answer.getHeaders("Cache-Control")).as(path).containsExactly("public, max-age=5");
      assertThat(answer.getHeader("Strict-Transport-Security")).as(path).isNotNull();
      assertThat(answer.getHeader("Set-Cookie")).as(path).isNull();
    }
    assertThat(get("/status").getContentType()).isEqualTo("text/html;charset=UTF-8");
    assertThat(get("/status.json").getContentType()).startsWith("application/json");
    assertThat(get("/status/badge.svg").getHeader("Cross-Origin-Resource-Policy"))
        .isEqualTo("cross-origin");
  }

  @Test
  void nothingElseIsOpenedBySuchAddresses() throws Exception {
    assertThat(get("/status/other").getStatus()).isNotEqualTo(200);
    assertThat(get("/watch").getStatus()).isNotEqualTo(200);
  }
}

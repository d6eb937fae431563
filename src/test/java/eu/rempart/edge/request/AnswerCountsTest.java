package eu.rempart.edge.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.edge.HandClock;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class AnswerCountsTest {

  private final HandClock clock = new HandClock();
  private final AnswerCounts counts = new AnswerCounts(clock);

  private void answer(String path, int status, Duration took) throws Exception {
    ask(
        path,
        (_, response) -> {
          clock.pass(took);
          ((HttpServletResponse) response).setStatus(status);
        });
  }

  private void ask(String path, FilterChain chain) throws Exception {
    counts.doFilter(new MockHttpServletRequest("GET", path), new MockHttpServletResponse(), chain);
  }

  private AnswerCounts.Answered of(String route) {
    return counts.soFar().stream()
        .filter(answered -> answered.route().equals(route))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void answersAreCountedByRouteAndHundredAndTimed() throws Exception {
    answer("/contacts", 200, Duration.ofMillis(20));
    answer("/contacts", 200, Duration.ofSeconds(30));
    answer("/nowhere", 404, Duration.ofMillis(1));
    answer("/metrics", 401, Duration.ofMillis(100));
    answer("/styles/x.css", 304, Duration.ZERO);

    AnswerCounts.Answered page = of("page");
    assertThat(page.byStatus()).isEqualTo(Map.of("2xx", 2L, "4xx", 1L));
    assertThat(page.steps()).containsExactly(1L, 1L, 0L, 0L, 0L, 0L, 0L, 0L, 1L);
    assertThat(page.seconds()).isEqualTo(30.021);
    assertThat(of("api").byStatus()).isEqualTo(Map.of("4xx", 1L));
    // up to the end of a step, and with it
    assertThat(of("api").steps().get(2)).isEqualTo(1);
    assertThat(of("static").byStatus()).isEqualTo(Map.of("3xx", 1L));
    assertThat(of("sign-in").byStatus()).isEmpty();
  }

  @Test
  void whateverFliesOutIsAnError() {
    assertThatThrownBy(
            () ->
                ask(
                    "/contacts",
                    (_, _) -> {
                      throw new ServletException("a bug");
                    }))
        .isInstanceOf(ServletException.class);
    assertThat(of("page").byStatus()).isEqualTo(Map.of("5xx", 1L));
  }

  @Test
  void oddStatusesStayInBounds() throws Exception {
    for (int status : new int[] {0, -1, 99, 600, 999, Integer.MAX_VALUE}) {
      answer("/contacts", status, Duration.ZERO);
    }
    assertThat(of("page").byStatus()).isEqualTo(Map.of("other", 6L));
  }
}

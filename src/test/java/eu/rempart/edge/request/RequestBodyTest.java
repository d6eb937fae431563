package eu.rempart.edge.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.account.Role;
import eu.rempart.edge.limit.Sign;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.eclipse.jetty.http.HttpException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RequestBodyTest extends RequestCase {

  @Test
  void bodiesAreBoundedByTheirKindWhetherTheyTellTheirLengthOrNot() throws Exception {
    assertThat(send(post("/login", 16 * 1024), READS_ALL).getStatus()).isEqualTo(200);
    assertThat(send(post("/login", 16 * 1024 + 1), READS_ALL).getStatus()).isEqualTo(413);
    assertThat(send(unsaid(post("/login", 16 * 1024 + 1)), READS_ALL).getStatus()).isEqualTo(413);
    MockHttpServletRequest upload = post("/VAADIN/dynamic/resource/0/x/upload", 10 * MEGABYTE);
    assertThat(send(upload, READS_ALL).getStatus()).as("nobody is signed in").isEqualTo(413);
    assertThat(send(with(upload, signedIn(Role.MANAGER)), READS_ALL).getStatus()).isEqualTo(200);
    assertThat(send(post("/styles/tokens.css", 1), READS_ALL).getStatus()).isEqualTo(413);
    MockHttpServletRequest page = post("/", MEGABYTE);
    page.setQueryString("v-r=uidl&v-uiId=0");
    assertThat(send(page, READS_ALL).getStatus()).as("nobody is signed in").isEqualTo(413);
    assertThat(send(with(page, signedIn(Role.MEMBER)), READS_ALL).getStatus()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aBodyThatComesTooSlowlyIsToldSoHoweverJettyWrapsIt(boolean asForm) throws Exception {
    var slow = new BodyRefusedException(Refusal.TOO_SLOW);
    MockHttpServletResponse response =
        send(
            post("/login", 10),
            (request, answer) -> {
              if (asForm) {
                throw new ServletException(new HttpException.RuntimeException(400, "form", slow));
              }
              throw slow;
            });

    assertThat(response.getStatus()).isEqualTo(408);
    assertThat(response.getHeader("Connection")).isEqualTo("close");
    assertThat(score(Sign.SLOW)).isEqualTo(1);
  }

  @Test
  void whatJettyCallsABadMessageIsAnsweredInOurWords() throws Exception {
    MockHttpServletResponse response =
        send(
            get("/contacts"),
            (request, answer) -> {
              throw new HttpException.RuntimeException(400, "Unable to parse URI query");
            });

    assertThat(response.getStatus()).isEqualTo(400);
    assertThat(response.getContentAsString()).contains("E-EDGE-7").doesNotContain("URI query");
    assertThat(score(Sign.MALFORMED)).isEqualTo(1);
  }

  @Test
  void otherFailuresStayWhatTheyAre() {
    assertThatThrownBy(
            () ->
                send(
                    get("/contacts"),
                    (request, response) -> {
                      throw new IOException("the peer is gone");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("the peer is gone");
  }

  @Test
  void whoLooksForWhatIsNotThereIsNoticedSignedInOrNot() throws Exception {
    FilterChain missing =
        (request, response) -> ((jakarta.servlet.http.HttpServletResponse) response).setStatus(404);
    FilterChain signInFirst =
        (request, response) ->
            ((jakarta.servlet.http.HttpServletResponse) response).sendRedirect("/login");
    send(get("/wp-login.php"), missing);
    send(get("/.env"), signInFirst);
    send(get("/"), signInFirst);
    send(get("/contacts"), OK);
    assertThat(score(Sign.MISSING)).isEqualTo(2);
    assertThat(score(Sign.REQUEST)).isEqualTo(4);
  }

  private float score(Sign sign) {
    return lab.sources.addresses().score(someone.high(), someone.low(), sign, clock.getAsLong());
  }

  /** As chunked bodies come: their length is not known beforehand. */
  private static MockHttpServletRequest unsaid(MockHttpServletRequest request) throws IOException {
    byte[] content = request.getInputStream().readAllBytes();
    var unsaid =
        new MockHttpServletRequest(request.getMethod(), request.getRequestURI()) {
          @Override
          public long getContentLengthLong() {
            return -1;
          }
        };
    unsaid.setContent(content);
    unsaid.setRemoteAddr(request.getRemoteAddr());
    return unsaid;
  }
}

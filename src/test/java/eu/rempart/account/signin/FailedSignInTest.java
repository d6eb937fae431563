package eu.rempart.account.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.WrappedHttpSession;
import eu.rempart.account.Role;
import eu.rempart.account.WithApplication;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** What the sign-in form sends when it is filled in wrongly. */
@RecordApplicationEvents
class FailedSignInTest extends WithApplication {

  @Autowired FilterChainProxy filters;
  @Autowired ApplicationEvents events;

  @Test
  void oneFailureIsOneFailure() throws Exception {
    String address = someone().value();
    joinAs(address, Role.MEMBER);
    var request = new MockHttpServletRequest("POST", "/login");
    request.setRemoteAddr(newSource());
    request.setParameter("username", address);
    request.setParameter("password", "not the password");
    var response = new MockHttpServletResponse();

    filters.doFilter(request, response, new MockFilterChain());

    assertThat(response.getRedirectedUrl()).startsWith("/login?error");
    assertThat(events.stream(SignInFailed.class)).hasSize(1);
  }

  @Test
  void theAddressThatWasTypedWaitsForTheFormInTheSessionOfThePage() throws Exception {
    String address = someone().value();
    var session = new MockHttpSession();
    var request = new MockHttpServletRequest("POST", "/login");
    request.setRemoteAddr(newSource());
    request.setSession(session);
    request.setParameter("username", address);
    request.setParameter("password", "not the password");
    filters.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());

    var page = new WrappedHttpSession(session);
    assertThat(TypedAddress.take(page)).contains(address);
    assertThat(TypedAddress.take(page)).as("once").isEmpty();
  }

  @Test
  void whoeverComesWithoutAPageLeavesNothing() throws Exception {
    var request = new MockHttpServletRequest("POST", "/login");
    request.setRemoteAddr(newSource());
    request.setParameter("username", someone().value());
    request.setParameter("password", "not the password");
    filters.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
    assertThat(request.getSession(false)).isNull();
  }

  @Test
  void whoIsSlowedDownIsSentBackWithTheReasonAndTheWait() throws Exception {
    String address = someone().value();
    String source = newSource();
    String back = "";
    // a machine that is slow enough lets more than three through
    for (int i = 0; i < 12 && !back.contains("wait"); i++) {
      var request = new MockHttpServletRequest("POST", "/login");
      request.setRemoteAddr(source);
      request.setParameter("username", address);
      request.setParameter("password", "not the password");
      var response = new MockHttpServletResponse();
      filters.doFilter(request, response, new MockFilterChain());
      back = String.valueOf(response.getRedirectedUrl());
    }
    assertThat(back).matches("/login\\?wait=\\d+&why=account");
  }
}

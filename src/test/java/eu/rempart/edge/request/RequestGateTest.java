package eu.rempart.edge.request;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.account.Role;
import eu.rempart.edge.place.Place;
import eu.rempart.edge.rule.AllowedNetwork;
import eu.rempart.edge.rule.Limit;
import eu.rempart.edge.rule.Treatment;
import eu.rempart.tls.gate.Prefix;
import eu.rempart.tls.gate.Source;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

class RequestGateTest extends RequestCase {

  @Test
  void halfAMinutesWorthIsServedAtOnceAndTheRestAsTheMinuteGoesBy() throws Exception {
    lab.rules.set(Limit.REQUESTS_PAGE, 60, admin);
    lab.policies.reload();
    for (int i = 0; i < 30; i++) {
      assertThat(send(get("/contacts")).getStatus()).isEqualTo(200);
    }
    MockHttpServletResponse refused = send(get("/contacts"));
    assertThat(refused.getStatus()).isEqualTo(429);
    assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
    assertThat(refused.getHeader("RateLimit-Policy")).isEqualTo("\"page\";q=60;w=60");
    assertThat(refused.getHeader("RateLimit")).isEqualTo("\"page\";r=0;t=1");
    assertThat(send(get("/styles/tokens.css")).getStatus()).as("another kind").isEqualTo(200);
    assertThat(send(from(get("/contacts"), addresses.ipv4("FR"))).getStatus()).isEqualTo(200);
    clock.pass(Duration.ofSeconds(1));
    assertThat(send(get("/contacts")).getStatus()).isEqualTo(200);
    assertThat(send(get("/contacts")).getStatus()).isEqualTo(429);
  }

  @Test
  void membersOfOneOfficeAreCountedEachByTheirOwnSession() throws Exception {
    lab.rules.set(Limit.REQUESTS_PAGE, 10, admin);
    lab.policies.reload();
    MockHttpSession ada = signedIn(Role.MEMBER);
    MockHttpSession max = signedIn(Role.MEMBER);
    for (int i = 0; i < 5; i++) {
      assertThat(send(with(get("/contacts"), ada)).getStatus()).isEqualTo(200);
    }
    assertThat(send(with(get("/contacts"), ada)).getStatus()).isEqualTo(429);
    assertThat(send(with(get("/contacts"), max)).getStatus()).isEqualTo(200);
    assertThat(send(get("/contacts")).getStatus()).isEqualTo(200);
  }

  @Test
  void aChangedLimitHoldsAtOnce() throws Exception {
    lab.rules.set(Limit.REQUESTS_PAGE, 10, admin);
    lab.policies.reload();
    for (int i = 0; i < 5; i++) {
      send(get("/contacts"));
    }
    assertThat(send(get("/contacts")).getStatus()).isEqualTo(429);
    lab.rules.set(Limit.REQUESTS_PAGE, 1_000, admin);
    lab.policies.reload();
    assertThat(send(get("/contacts")).getStatus()).isEqualTo(200);
  }

  @Test
  void aFloodOfSourcesGrowsNothing() throws Exception {
    for (int i = 0; i < 2 * RequestLimits.BUCKETS; i++) {
      Source source = Source.ofIpv4(0x0b00_0000 + i);
      limits.take(new Asker(source, null), RouteClass.PAGE, 1);
    }
    assertThat(limits.size()).isLessThanOrEqualTo(RequestLimits.BUCKETS);
  }

  @Test
  void aRefusedCountryGetsAPageInItsLanguageAndProgramsAProblem() throws Exception {
    rule(Treatment.REFUSED, 1);
    MockHttpServletRequest french = get("/contacts");
    french.addHeader("Accept-Language", "fr-CH, fr;q=0.9, en;q=0.8");

    MockHttpServletResponse page = send(french);
    assertThat(page.getStatus()).isEqualTo(403);
    assertThat(page.getContentType()).startsWith("text/html");
    assertThat(page.getContentAsString(StandardCharsets.UTF_8))
        .contains("<html lang=\"fr\">", "Pas d’accès depuis cet endroit", "E-EDGE-2")
        .doesNotContain("{0}");
    assertThat(send(get("/contacts")).getContentAsString(StandardCharsets.UTF_8))
        .contains("<html lang=\"en\">", "No access from here");
    MockHttpServletResponse problem = send(get("/api/contacts"));
    assertThat(problem.getContentType()).startsWith("application/problem+json");
    assertThat(problem.getContentAsString(StandardCharsets.UTF_8))
        .contains("\"status\":403", "\"code\":\"E-EDGE-2\"", "\"title\":\"No access from here\"");
    assertThat(send(from(get("/contacts"), addresses.ipv4("BE"))).getStatus()).isEqualTo(200);
    assertThat(send(get("/styles/refusal.css")).getStatus()).as("the page's own").isEqualTo(200);
  }

  @Test
  void nothingThatABrowserSendsComesBackInThePage() throws Exception {
    rule(Treatment.REFUSED, 1);
    MockHttpServletRequest request = get("/<script>alert(1)</script>");
    request.addHeader("Accept-Language", "<script>");
    request.addHeader("User-Agent", "<script>");
    assertThat(send(request).getContentAsString(StandardCharsets.UTF_8)).doesNotContain("<script>");
  }

  @Test
  void whereASecondFactorIsNeededTheGateLeavesItToTheSignIn() throws Exception {
    rule(Treatment.SECOND_FACTOR, 1);
    assertThat(send(get("/login")).getStatus()).isEqualTo(200);
    assertThat(send(with(get("/contacts"), signedIn(Role.READER))).getStatus()).isEqualTo(200);
    assertThat(send(post("/login", 10)).getStatus()).isEqualTo(200);
  }

  @Test
  void aSlowedCountryHasAFractionOfTheLimitsUntilSomebodyIsSignedIn() throws Exception {
    lab.rules.set(Limit.REQUESTS_PAGE, 100, admin);
    rule(Treatment.SLOWED, 10);
    for (int i = 0; i < 5; i++) {
      assertThat(send(get("/login")).getStatus()).isEqualTo(200);
    }
    assertThat(send(get("/login")).getStatus()).isEqualTo(429);
    MockHttpSession member = signedIn(Role.MEMBER);
    for (int i = 0; i < 50; i++) {
      assertThat(send(with(get("/contacts"), member)).getStatus()).isEqualTo(200);
    }
  }

  @Test
  void aRuleThatSlowsHoldsAtOnceForWhoIsThereAlreadyAndNoLongerThanItIsThere() throws Exception {
    lab.rules.set(Limit.REQUESTS_PAGE, 1_000, admin);
    lab.policies.reload();
    assertThat(send(get("/login")).getStatus()).isEqualTo(200);
    rule(Treatment.SLOWED, 100);
    for (int i = 0; i < 5; i++) {
      assertThat(send(get("/login")).getStatus()).isEqualTo(200);
    }
    assertThat(send(get("/login")).getStatus()).isEqualTo(429);
    assertThat(lab.rules.remove(lab.rules.all().getFirst())).isTrue();
    lab.policies.reload();
    for (int i = 0; i < 50; i++) {
      assertThat(send(get("/login")).getStatus()).isEqualTo(200);
    }
  }

  @Test
  void aBanHoldsForConnectionsThatAreOlderAndAnAllowedNetworkIsFree() throws Exception {
    Prefix network = Prefix.fine(someone.high(), someone.low());
    lab.bans.impose(network, new Place("FR"), Duration.ofHours(1), "by hand", admin);
    lab.policies.reload();
    assertThat(send(get("/login")).getContentAsString(StandardCharsets.UTF_8)).contains("E-EDGE-4");
    lab.rules.allow(AllowedNetwork.of(network, "our office", null), admin);
    lab.policies.reload();
    for (int i = 0; i < 1_000; i++) {
      assertThat(send(get("/login")).getStatus()).isEqualTo(200);
    }
  }

  @Test
  void anAddressOfIpv6ComesInBracketsAndWhatIsNoneIsThisMachine() {
    assertThat(source("[2001:db8::1]")).isEqualTo(new Source(0x2001_0db8_0000_0000L, 1));
    assertThat(source("203.0.113.7")).isEqualTo(Source.ofIpv4(0xcb00_7107L));
    assertThat(source("")).isEqualTo(Source.ofIpv4(0x7f00_0001));
    assertThat(source("/run/rempart.sock")).isEqualTo(Source.ofIpv4(0x7f00_0001));
  }

  private static Source source(String address) {
    var request = new MockHttpServletRequest();
    request.setRemoteAddr(address);
    return Asker.of(request).source();
  }
}

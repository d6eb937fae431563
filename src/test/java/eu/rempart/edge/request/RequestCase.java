package eu.rempart.edge.request;

import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.db.TestDatabase;
import eu.rempart.edge.HandClock;
import eu.rempart.edge.abuse.AbuseLab;
import eu.rempart.edge.gate.Addresses;
import eu.rempart.edge.gate.GateLab;
import eu.rempart.edge.rule.CountryRule;
import eu.rempart.edge.rule.RuleTarget;
import eu.rempart.edge.rule.Treatment;
import eu.rempart.edge.traffic.TrafficLab;
import eu.rempart.tls.gate.Source;
import jakarta.servlet.FilterChain;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Gate 3 on a real database, with requests that are made by hand. */
abstract class RequestCase {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  static final FilterChain OK = (request, response) -> {};
  static final FilterChain READS_ALL =
      (request, response) -> request.getInputStream().readAllBytes();
  static final int MEGABYTE = 1024 * 1024;

  final Addresses addresses = new Addresses();
  final HandClock clock = new HandClock();
  final GateLab lab = new GateLab(database, clock);
  final RequestLimits limits = new RequestLimits(lab.policies::current, clock);
  final TrafficLab traffic = new TrafficLab(database, lab);
  final RequestGate gate =
      new RequestGate(
          Addresses.PLACES,
          lab.policies::current,
          limits,
          traffic.recorder,
          AbuseLab.presence(clock),
          20 * MEGABYTE,
          clock);
  final Source someone = addresses.ipv4("FR");
  UUID admin = UUID.randomUUID();

  @BeforeEach
  void empty() {
    GateLab.empty(database);
    admin = database.member("ADMINISTRATOR");
    lab.policies.onLimitsChange(limits::forget);
    lab.policies.reload();
  }

  void rule(Treatment treatment, int factor) {
    lab.rules.save(CountryRule.of(RuleTarget.of("FR"), treatment, factor, "why", null), admin);
    lab.policies.reload();
  }

  MockHttpServletResponse send(MockHttpServletRequest request) throws Exception {
    return send(request, OK);
  }

  MockHttpServletResponse send(MockHttpServletRequest request, FilterChain chain) throws Exception {
    var response = new MockHttpServletResponse();
    request.removeAttribute("requestGate.FILTERED");
    request.removeAttribute(RequestGate.class.getName() + ".FILTERED");
    gate.doFilter(request, response, chain);
    return response;
  }

  MockHttpServletRequest get(String path) {
    return from(new MockHttpServletRequest("GET", path), someone);
  }

  MockHttpServletRequest post(String path, int length) {
    var request = new MockHttpServletRequest("POST", path);
    request.setContent(new byte[length]);
    return from(request, someone);
  }

  static MockHttpServletRequest from(MockHttpServletRequest request, Source source) {
    request.setRemoteAddr(source.address().getHostAddress());
    return request;
  }

  static MockHttpServletRequest with(MockHttpServletRequest request, MockHttpSession session) {
    request.setSession(session);
    return request;
  }

  static MockHttpSession signedIn(Role role) {
    var member = new SignedInMember(UUID.randomUUID(), role, UUID.randomUUID(), null);
    var session = new MockHttpSession();
    session.setAttribute(
        HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
        new SecurityContextImpl(
            UsernamePasswordAuthenticationToken.authenticated(member, null, java.util.List.of())));
    return session;
  }
}

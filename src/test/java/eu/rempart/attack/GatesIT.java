package eu.rempart.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.edge.rule.Limit;
import eu.rempart.tls.gate.Prefix;
import eu.rempart.tls.gate.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Gates 1 to 3 refuse whom they should and pass whom they should, wherever they come from. */
@Tag("attack")
class GatesIT {

  private static final List<String> COUNTRIES =
      List.of(
          "FR", "DE", "BE", "NL", "LU", "IT", "ES", "PT", "IE", "GB", "CH", "AT", "PL", "CZ", "RO",
          "BG", "GR", "HU", "SE", "NO", "DK", "FI", "UA", "TR", "RU", "US", "CA", "MX", "BR", "AR",
          "CL", "ZA", "EG", "IN", "CN", "JP", "KR", "HK", "SG", "AU");

  /** Registries gave these to countries of Europe in the range where such addresses are sought. */
  private static final List<String> WITH_IPV6 = List.of("FR", "DE", "GB", "RU", "SE", "IT");

  private static final Source NOWHERE = Source.ofIpv4(0xc0a8_0102);

  private final Target target = Target.shared();

  @BeforeEach
  void nothingIsRuled() throws Exception {
    target.change(GateTables::clear);
  }

  @AfterEach
  void theMemberWorked() {
    target.member().assertServed();
  }

  @Test
  void withoutARulePeopleOfAllCountriesAreServed() throws Exception {
    for (String country : COUNTRIES) {
      assertServed(target.country(country), country);
    }
    for (String country : WITH_IPV6) {
      assertServed(target.country6(country), country);
    }
  }

  @Test
  void aRefusedCountryIsRefusedInBothFamiliesAndItsOpenConnectionsEnd() throws Exception {
    Source here = target.country("BR");
    Source here6 = target.country6("DE");
    try (Conversation open = target.at(here).open();
        Conversation neighbour = target.at(target.country("AR")).open()) {
      assertThat(open.get("/health/live").status()).isEqualTo(200);
      target.change(
          rows -> {
            rows.rule("BR", "REFUSED");
            rows.rule("DE", "REFUSED");
          });

      assertThat(open.ends()).isTrue();
      assertThat(neighbour.get("/health/live").status()).isEqualTo(200);
      assertRefused(here);
      assertRefused(target.country("BR"));
      assertRefused(here6);
      assertRefused(target.country("DE"));
      assertServed(target.country("FR"), "FR");
      assertServed(target.country6("GB"), "GB");
    }
    target.change(GateTables::clear);
    assertServed(here, "BR again");
    assertServed(here6, "DE again");
  }

  @Test
  void groupsAndTheUnknownPlaceHaveRulesOfTheirOwn() throws Exception {
    target.change(
        rows -> {
          rows.rule("others", "REFUSED");
          rows.rule("JP", "NORMAL");
        });
    assertRefused(target.country("US"));
    assertServed(target.country("JP"), "a country goes before its group");
    assertServed(target.country("FR"), "Europe");
    assertServed(NOWHERE, "no country is no other country");

    target.change(
        rows -> {
          rows.clear();
          rows.rule("ZZ", "REFUSED");
        });
    assertRefused(NOWHERE);
    assertServed(target.country("US"), "US");
  }

  @Test
  void aSlowedCountryHasAFractionOfTheLimitsAndIsServed() throws Exception {
    target.change(rows -> rows.slow("US", 100));
    Source here = target.country("US");

    assertServed(here, "the first");
    assertThat(served(here, 10)).as("ten at a time").isLessThan(10);
    assertThat(served(target.country("CA"), 10)).as("the neighbours").isEqualTo(10);
  }

  @Test
  void refusedCountryReadsNoStatusEither() throws Exception {
    target.change(
        rows -> {
          rows.rule("BR", "REFUSED");
          rows.rule("CN", "SECOND_FACTOR");
        });
    for (String path : List.of("/login", "/status", "/status.json")) {
      Visitor refused = target.at(target.country("BR"));
      assertThatThrownBy(() -> refused.get(path)).as(path).isInstanceOf(IOException.class);
      assertThat(target.at(target.country("CN")).get(path).status()).as(path).isEqualTo(200);
      assertThat(target.at(target.country("FR")).get(path).status()).as(path).isEqualTo(200);
    }
  }

  @Test
  void whereASecondFactorIsNeededAWrongPasswordIsOneAsElsewhere() throws Exception {
    target.change(rows -> rows.rule("CN", "SECOND_FACTOR"));
    Visitor visitor = target.at(target.country("CN"));
    try (Conversation conversation = visitor.open()) {
      assertThat(conversation.get("/login").status()).isEqualTo(200);
      Answer refused =
          conversation.post("/login", "username=a%40b.test&password=c", "Accept-Language: fr");
      assertThat(refused.status()).isEqualTo(302);
      assertThat(refused.headers().get("Location")).contains("error");
    }
  }

  @Test
  void aBanEndsOpenConnectionsHoldsForItsNetworkAloneAndIsOverInTime() throws Exception {
    Source banned = target.country("NL");
    Source neighbour = new Source(banned.high(), banned.low() ^ 1);
    Source banned6 = target.country6("FR");
    Source inThe64 = new Source(banned6.high(), banned6.low() ^ 1);
    Source outside = new Source(banned6.high() ^ 1, banned6.low());
    Prefix network = Prefix.fine(banned.high(), banned.low());
    try (Conversation open = target.at(banned).open();
        Conversation other = target.at(neighbour).open()) {
      assertThat(open.get("/health/live").status()).isEqualTo(200);
      target.change(
          rows -> {
            rows.ban(network);
            rows.ban(Prefix.fine(banned6.high(), banned6.low()));
          });

      assertThat(open.ends()).isTrue();
      assertThat(other.get("/health/live").status()).isEqualTo(200);
    }
    assertRefused(banned);
    assertServed(neighbour, "the neighbour");
    assertRefused(banned6);
    assertRefused(inThe64);
    assertServed(outside, "another /64");
    target.change(rows -> rows.end(network));
    assertServed(banned, "over");
  }

  @Test
  void anAllowedNetworkIsNeverRefused() throws Exception {
    Source allowed = target.country("RU");
    Source neighbour = new Source(allowed.high(), allowed.low() ^ 0x8000_0000L);
    target.change(
        rows -> {
          rows.rule("RU", "REFUSED");
          rows.limit(Limit.PER_SECOND_ADDRESS, 1);
          rows.ban(Prefix.coarse(allowed.high(), allowed.low()));
          rows.ban(Prefix.fine(neighbour.high(), neighbour.low()));
          rows.allow(Prefix.coarse(allowed.high(), allowed.low()));
        });

    assertThat(served(allowed, 20)).isEqualTo(20);
    assertRefused(neighbour);
  }

  @Test
  void connectionsAtOnceAreLimitedByAddressAndByTheNetworkAroundIt() throws Exception {
    target.change(
        rows -> {
          rows.limit(Limit.AT_ONCE_ADDRESS, 4);
          rows.limit(Limit.AT_ONCE_NETWORK, 8);
        });
    Source ipv4 = target.country("IT");
    assertLimits(
        ipv4, new Source(0, ipv4.low() ^ 1), new Source(0, ipv4.low() ^ 2), target.country("IT"));
    Source ipv6 = target.country6("IT");
    assertLimits(
        ipv6,
        new Source(ipv6.high() ^ 1, ipv6.low()),
        new Source(ipv6.high() ^ 2, ipv6.low()),
        target.country6("IT"));
  }

  /** The first three are of one network, /24 or /48; the fourth is not. */
  private void assertLimits(Source first, Source second, Source third, Source other)
      throws Exception {
    List<Conversation> open = new ArrayList<>();
    try {
      for (int i = 0; i < 4; i++) {
        // of IPv6 any address of the /64 is the same source
        Source same = first.isIpv4() ? first : new Source(first.high(), first.low() + i);
        open.add(target.at(same).open());
      }
      assertRefused(first);
      for (int i = 0; i < 4; i++) {
        open.add(target.at(second).open());
      }
      assertRefused(third);
      assertServed(other, "another network");
      open.removeFirst().close();
      Visitor waiting = target.at(third);
      Patience.until("one may come for one that went", waiting::isServed);
    } finally {
      for (Conversation each : open) {
        each.close();
      }
    }
  }

  @Test
  void newConnectionsAreLimitedByTheSecond() throws Exception {
    target.change(rows -> rows.limit(Limit.PER_SECOND_ADDRESS, 1));
    Source here = target.country6("SE");

    assertThat(served(here, 25)).isBetween(1, 24);
    assertServed(target.country6("SE"), "somebody else");
  }

  @Test
  void requestsAreLimitedByTheMinuteAndAMemberIsNot() throws Exception {
    target.change(rows -> rows.limit(Limit.REQUESTS_SIGN_IN, 2));
    try (Conversation conversation = target.at(target.country("ES")).open()) {
      String form = "username=nobody%40rempart.test&password=x";
      assertThat(conversation.post("/login", form).status()).isEqualTo(302);
      Answer refused = conversation.post("/login", form);
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.headers()).containsKeys("Retry-After", "RateLimit", "RateLimit-Policy");
      assertThat(refused.body()).contains("E-EDGE-1");
    }
  }

  private int served(Source source, int times) throws IOException {
    Visitor visitor = target.at(source);
    int served = 0;
    for (int i = 0; i < times; i++) {
      served += visitor.isServed() ? 1 : 0;
    }
    return served;
  }

  private void assertServed(Source source, String who) throws IOException {
    assertThat(target.at(source).isServed()).as(who + " " + source.address()).isTrue();
  }

  private void assertRefused(Source source) throws IOException {
    assertThat(target.at(source).isServed()).as(source.address().toString()).isFalse();
  }
}

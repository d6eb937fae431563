package eu.rempart.edge.gate;

import static eu.rempart.tls.gate.Verdict.NO_HANDSHAKE_LEFT;
import static eu.rempart.tls.gate.Verdict.PASS;
import static eu.rempart.tls.gate.Verdict.PREFERRED;
import static eu.rempart.tls.gate.Verdict.SLOWED_BY_SUSPICION;
import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.edge.place.Place;
import eu.rempart.edge.rule.Limit;
import eu.rempart.tls.gate.Prefix;
import eu.rempart.tls.gate.Source;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HandshakeGateTest extends WithGate {

  @Test
  void whereMembersSignedInFromIsServedWhenOthersAreNot() {
    lab.rules.set(Limit.PER_SECOND_COUNTRY, 1, admin);
    Source office = addresses.ipv4("FR");
    lab.known(office, database.member("MEMBER"));
    while (lab.admit(addresses.ipv4("FR")) == PASS) {
      // until the country comes too fast
    }
    assertThat(lab.admit(office)).isEqualTo(PASS);
    assertThat(lab.handshake(office, false, 1)).isEqualTo(PREFERRED);
    assertThat(lab.handshake(addresses.ipv4("FR"), false, 0.95)).isEqualTo(NO_HANDSHAKE_LEFT);
    assertThat(lab.handshake(addresses.ipv4("FR"), true, 0.85)).isEqualTo(PASS);
    clock.pass(Duration.ofDays(31));
    lab.policies.reload();
    assertThat(lab.handshake(office, false, 1)).as("forgotten").isEqualTo(NO_HANDSHAKE_LEFT);
  }

  @Test
  void aMembersNetworkThatComesTooFastIsServedButNoLongerBeforeOthers() {
    lab.rules.set(Limit.HANDSHAKES_ADDRESS, 2, admin);
    Source office = addresses.ipv4("FR");
    lab.known(office, database.member("MEMBER"));
    Map<Object, Integer> verdicts = new java.util.HashMap<>();
    for (int i = 0; i < 30; i++) {
      verdicts.merge(lab.handshake(office, false, 1), 1, Integer::sum);
    }
    assertThat(verdicts).containsOnly(Map.entry(PREFERRED, 10), Map.entry(PASS, 20));
  }

  @Test
  void whoOffersTicketsButAlwaysCostsASignatureIsServedAsIfItHadNone() {
    Source source = addresses.ipv4("FR");
    assertThat(lab.handshake(source, true, 0.8)).isEqualTo(PASS);
    for (int i = 0; i < 40; i++) {
      lab.sources
          .addresses()
          .count(
              source.high(),
              source.low(),
              eu.rempart.edge.limit.Sign.FULL_HANDSHAKE,
              clock.getAsLong());
    }
    assertThat(lab.handshake(source, true, 0.8)).isEqualTo(NO_HANDSHAKE_LEFT);
  }

  @Test
  void suspectsAreServedLast() {
    Source source = addresses.ipv4("FR");
    Prefix network = Prefix.fine(source.high(), source.low());
    lab.bans.escalate(network, new Place("FR"), "scan", Map.of());
    lab.policies.reload();

    assertThat(lab.admit(source)).isEqualTo(SLOWED_BY_SUSPICION);
    assertThat(lab.handshake(source, true, 0.2)).isEqualTo(SLOWED_BY_SUSPICION);
    assertThat(lab.handshake(source, true, 0.4)).isEqualTo(NO_HANDSHAKE_LEFT);
  }
}

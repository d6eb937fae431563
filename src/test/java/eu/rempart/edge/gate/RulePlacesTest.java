package eu.rempart.edge.gate;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.edge.rule.AllowedNetwork;
import eu.rempart.edge.rule.Treatment;
import eu.rempart.tls.gate.Prefix;
import eu.rempart.tls.gate.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulePlacesTest extends WithGate {

  private final RulePlaces places = new RulePlaces(Addresses.PLACES, lab.policies::current, clock);

  private boolean asks(Source source) {
    return places.askMore(source.address().getHostAddress());
  }

  @Test
  void moreIsAskedWhereTheRuleSaysSoAndNowhereElse() {
    assertThat(asks(addresses.ipv4("FR"))).as("no rule").isFalse();
    rule("FR", Treatment.SECOND_FACTOR, 1, null);
    rule("BE", Treatment.SLOWED, 2, null);
    assertThat(asks(addresses.ipv4("FR"))).isTrue();
    assertThat(asks(addresses.ipv6("FR"))).isTrue();
    assertThat(asks(addresses.ipv4("BE"))).isFalse();
    assertThat(asks(addresses.ipv4("DE"))).isFalse();
  }

  @Test
  void networksThatAreAllowedAreNotAsked() {
    rule("FR", Treatment.SECOND_FACTOR, 1, null);
    Source office = addresses.ipv4("FR");
    Prefix around = Prefix.coarse(office.high(), office.low());
    lab.rules.allow(AllowedNetwork.of(around, "our office", null), admin);
    lab.policies.reload();
    assertThat(asks(office)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "localhost", "unknown", "300.1.1.1"})
  void whatIsNoAddressIsNowhere(String address) {
    rule("ZZ", Treatment.SECOND_FACTOR, 1, null);
    assertThat(places.askMore(address)).isFalse();
  }
}

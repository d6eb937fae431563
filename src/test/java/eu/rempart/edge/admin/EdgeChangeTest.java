package eu.rempart.edge.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.edge.admin.EdgeChange.Allow;
import eu.rempart.edge.admin.EdgeChange.Impose;
import eu.rempart.edge.rule.AllowedNetwork;
import eu.rempart.tls.gate.Prefix;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeChangeTest {

  @ParameterizedTest
  @ValueSource(strings = {"::/64", "::/0", "::/48", "::/80"})
  void aNetworkThatAllOfIpv4LiesInIsNeitherAllowedNorBanned(String text) {
    Prefix network = Prefix.of(text);
    assertThatThrownBy(() -> new Impose(network, Duration.ofHours(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(text);
    AllowedNetwork allowed = AllowedNetwork.of(network, "this machine", null);
    assertThatThrownBy(() -> new Allow(allowed)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"::1", "2000::/3", "203.0.113.0/24"})
  void othersMayBe(String text) {
    Prefix network = Prefix.of(text);
    assertThat(new Impose(network, Duration.ofHours(1)).network()).isEqualTo(network);
    assertThat(new Allow(AllowedNetwork.of(network, "ours", null)).network().network())
        .isEqualTo(network);
  }
}

package eu.rempart.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.tls.gate.Prefix;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The settings as an operator writes them. */
class EdgePropertiesTest {

  private static EdgeProperties bound(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("rempart.edge", EdgeProperties.class);
  }

  @Test
  void withoutBalancersPeopleConnectThemselves() {
    assertThat(bound(Map.of()).balancerPrefixes()).isEmpty();
    assertThat(bound(Map.of("rempart.edge.balancers", "")).balancerPrefixes()).isEmpty();
    assertThat(bound(Map.of()).warmUp()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void balancersAreNetworksWithCommasBetween() {
    var bound = bound(Map.of("rempart.edge.balancers", "192.0.2.0/24, 2001:db8::7"));

    assertThat(bound.balancerPrefixes())
        .containsExactly(Prefix.of("192.0.2.0/24"), Prefix.of("2001:db8::7"));
  }

  @Test
  void whatIsNoNetworkIsRefusedByName() {
    var bound = bound(Map.of("rempart.edge.balancers", "haproxy.example"));

    assertThatThrownBy(bound::balancerPrefixes)
        .hasMessageContaining("rempart.edge.balancers")
        .hasMessageContaining("haproxy.example");
  }

  @Test
  void hostNamesAreComparedInLowerCase() {
    assertThat(bound(Map.of()).lowerCaseHostNames()).isEmpty();
    assertThat(
            bound(Map.of("rempart.edge.host-names", "CRM.example.org, *.example.net"))
                .lowerCaseHostNames())
        .containsExactlyInAnyOrder("crm.example.org", "*.example.net");
  }
}

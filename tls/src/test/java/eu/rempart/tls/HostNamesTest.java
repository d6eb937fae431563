package eu.rempart.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNamesTest {

  private static List<String> names(String... configured) {
    return HostNames.of(List.of(configured), () -> "").all();
  }

  @Test
  void loopbackIsAlwaysIncluded() {
    assertThat(names()).containsExactly("localhost", "0:0:0:0:0:0:0:1", "127.0.0.1");
  }

  @ParameterizedTest
  @CsvSource({
    "CRM.Example.ORG, crm.example.org",
    "' crm.example.org ', crm.example.org",
    "crm.example.org., crm.example.org",
    "*.example.org, *.example.org",
    "bücher.example, xn--bcher-kva.example",
    "2001:DB8::1, 2001:db8:0:0:0:0:0:1",
    "192.0.2.1, 192.0.2.1"
  })
  void namesHaveOneSpelling(String given, String expected) {
    assertThat(names(given)).contains(expected).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://crm.example.org",
        "crm example.org",
        "crm..example.org",
        "-crm.example.org",
        "*.*.example.org",
        "crm.*.org",
        "*",
        "crm_1.example.org",
        "straße.example",
        "999.1.1.1",
        "fe80::1%eth0",
        "crm.example.org:8443",
        "10"
      })
  void whatIsNoHostNameIsRefused(String given) {
    assertThatThrownBy(() -> names(given)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aMachineWithAStrangeNameStartsAllTheSame() {
    assertThat(HostNames.of(List.of(), () -> "my_machine").all()).hasSize(3);
    assertThat(HostNames.of(List.of(), () -> "VM-1").all()).contains("vm-1");
  }
}

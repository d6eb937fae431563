package eu.rempart.watch.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckTest {

  private static final Rules HOME = Rules.usual(List.of(Zone.HOME), Duration.ofMinutes(1));

  private static Check named(String name) {
    return new Check(
        new CheckId(new UUID(5, 6)),
        0,
        name,
        CheckKind.SERVER,
        Target.Remote.of("example.org", 443, ""),
        new Band(2_000, 1_000),
        HOME,
        false,
        true,
        true);
  }

  private static Target.Remote host(String host) {
    return Target.Remote.of(host, 443, "/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "crm.localhost",
        "127.0.0.1",
        "127.8.8.8",
        "127.1",
        "0.0.0.0",
        "::",
        "[::1]",
        "0:0:0:0:0:0:0:1",
        "::ffff:127.0.0.1"
      })
  void eachMachineTakesTheseForItself(String own) {
    assertThat(host(own).isOwnMachine()).isTrue();
    assertThat(host(own).isInside()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.1.1",
        "fd12::1",
        "fe80::1",
        "db",
        "nas.local",
        "crm.internal",
        "nas.home.arpa",
        "nas.lan"
      })
  void theseAreKnownInsideAlone(String inside) {
    assertThat(host(inside).isOwnMachine()).isFalse();
    assertThat(host(inside).isInside()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "crm.example",
        "local.example",
        "127.example",
        "172.32.0.1",
        "192.0.2.7",
        "2001:db8::1"
      })
  void theWorldKnowsThese(String outside) {
    assertThat(host(outside).isInside()).isFalse();
  }

  @Test
  void aTargetIsWrittenInOneWay() {
    assertThat(Target.Remote.of(" Example.ORG ", 443, "").hostAndPort())
        .isEqualTo("example.org:443");
    assertThat(Target.Remote.of("[::1]", 8443, "/login").hostAndPort()).isEqualTo("[::1]:8443");
    assertThat(Target.Remote.of("münchen.example", 1, "").host())
        .isEqualTo("xn--mnchen-3ya.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a b",
        "<b>",
        "a..b",
        "-a",
        "a-",
        "a/b",
        "a@b",
        "a:b@c",
        "x\r\nHost: y",
        "é\0"
      })
  void whatIsNoHostIsRefused(String host) {
    assertThatThrownBy(() -> Target.Remote.of(host, 443, ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"login", "/a b", "/a\r\nX: y", "/<script>", "/\"", "/é"})
  void whatIsNoPathIsRefused(String path) {
    assertThatThrownBy(() -> Target.Remote.of("example.org", 443, path))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void hugeInputIsRefusedQuickly() {
    String huge = "a".repeat(1_000_000);
    assertThatThrownBy(() -> Target.Remote.of(huge, 443, ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Target.Remote.of("example.org", 443, "/" + huge))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> named(huge)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void portsAndRulesHaveBounds() {
    assertThatThrownBy(() -> Target.Remote.of("example.org", 0, ""))
        .hasMessage("port 0 is not between 1 and 65535");
    assertThatThrownBy(() -> new Rules(1, 1, 2, List.of(Zone.HOME), Duration.ofMinutes(1)))
        .hasMessage("zones that agree: 2 is not between 1 and 1");
    assertThatThrownBy(() -> Rules.usual(List.of(Zone.HOME), Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Rules.usual(List.of(), Duration.ofMinutes(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Zone("fr; DROP")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aNameMayHoldMarkupButNoLines() {
    assertThat(named("<b>web</b>").name()).isEqualTo("<b>web</b>");
    assertThatThrownBy(() -> named("a\nb")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> named("  ")).isInstanceOf(IllegalArgumentException.class);
  }
}

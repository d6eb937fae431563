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

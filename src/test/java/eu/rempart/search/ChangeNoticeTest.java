package eu.rempart.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ChangeNoticeTest {

  @Test
  void aNoticeNamesTableAndRows() {
    UUID a = UUID.randomUUID();
    UUID b = UUID.randomUUID();
    assertThat(ChangeNotice.parse("contact:UPDATE:" + a + "," + b))
        .contains(new ChangeNotice("contact", Set.of(a, b)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        "contact",
        "contact:UPDATE:",
        "contact:UPDATE:x",
        "::",
        "a:b:c:d",
        ":UPDATE:"
      })
  void anythingElseIsNoNotice(String payload) {
    assertThat(ChangeNotice.parse(payload)).isEmpty();
  }
}

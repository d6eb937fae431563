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
        .contains(new ChangeNotice("contact", null, Set.of(a, b)));
    assertThat(ChangeNotice.parse("contact:TOUCH:" + a))
        .contains(new ChangeNotice("contact", null, Set.of(a)));
  }

  @Test
  void aNoticeOfWhatBelongsToARecordNamesItsTable() {
    UUID id = UUID.randomUUID();
    assertThat(ChangeNotice.parse("contact:TOUCH deal_contact:" + id))
        .contains(new ChangeNotice("contact", "deal_contact", Set.of(id)));
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

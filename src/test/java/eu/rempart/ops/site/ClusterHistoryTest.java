package eu.rempart.ops.site;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.ops.site.ClusterHistory.Beginning;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What Patroni answers to GET /history. */
class ClusterHistoryTest {

  private static ClusterHistory history(String lines, long latest) {
    return ClusterHistory.of(JsonMapper.shared().readTree(lines), latest);
  }

  @Test
  void eachLineTellsWhoBeganTheNextTimeline() {
    ClusterHistory history =
        history(
            """
            [[1,25623960,"no recovery target specified","2026-11-30T13:00:00.123456+01:00","a"],
             [2,25624344,"no recovery target specified","2026-11-30T12:30:00+00:00","b"]]\
            """,
            3);
    assertThat(history.between(0, 3))
        .containsExactly(
            new Beginning(2, Instant.parse("2026-11-30T12:00:00.123456Z"), "a"),
            new Beginning(3, Instant.parse("2026-11-30T12:30:00Z"), "b"));
    assertThat(history.between(2, 3)).hasSize(1);
    assertThat(history.between(3, 9)).isEmpty();
  }

  /** After timelines that were skipped Patroni names neither the time nor the site. */
  @Test
  void lineWithoutATimeEndsWhereTheNextOneBegins() {
    assertThat(
            history(
                    """
                    [[5,1,"no recovery target specified"],
                     [8,2,"no recovery target specified","soon","a"],
                     [9,3]]\
                    """,
                    12)
                .beginnings())
        .containsExactly(
            new Beginning(8, null, null),
            new Beginning(9, null, null),
            new Beginning(12, null, null));
    assertThat(history("{\"error\": 5}", 3).between(0, 9)).allMatch(each -> each.site() == null);
    assertThat(history("[]", 3).beginnings()).isEmpty();
  }
}

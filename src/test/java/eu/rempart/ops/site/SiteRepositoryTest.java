package eu.rempart.ops.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import eu.rempart.db.TestDatabase;
import eu.rempart.ops.site.SiteMove.Decision;
import java.time.Duration;
import java.time.Instant;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the database remembers of its sites. */
class SiteRepositoryTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();
  @RegisterExtension static final TestDatabase other = new TestDatabase();

  private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

  private final SiteRepository records = new SiteRepository(database.app());

  @Test
  void moveIsWrittenOnceByWhoeverSeesItFirst() {
    SiteMove first = new SiteMove(1, NOON, null, "a", null);
    SiteMove move = new SiteMove(2, NOON.plusSeconds(5), "a", "b", Duration.ofMillis(8_400));
    records.save(first);
    records.save(move);
    records.save(new SiteMove(2, NOON.plusSeconds(9), "a", "b", null));
    assertThat(records.moves()).containsExactly(move, first);
    assertThatThrownBy(() -> database.app().execute("UPDATE site_move SET gap_ms = 1"))
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> database.owner().execute("DELETE FROM site_move"))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("site_move");
  }

  @Test
  void copyIsWrittenWhenItChanges() {
    Instant later = NOON.plus(Duration.ofDays(1)); // after the moves of other tests
    assertThat(records.saveCopy(true, later)).isEqualTo(later);
    assertThat(records.saveCopy(true, later.plusSeconds(5))).isEqualTo(later);
    Instant lost = later.plusSeconds(9);
    assertThat(records.saveCopy(false, lost)).isEqualTo(lost);
    assertThat(records.saveCopy(false, later.plusSeconds(60))).isEqualTo(lost);
    assertThat(database.app().fetchCount(org.jooq.impl.DSL.table("site_copy"))).isEqualTo(2);
  }

  @Test
  void indexHasAllKindsOfDecisions() {
    String index =
        database
            .owner()
            .fetchSingle("SELECT pg_get_indexdef('ledger_site_decisions'::regclass)")
            .get(0, String.class);
    for (Decision.Kind kind : Decision.Kind.values()) {
      assertThat(index).contains("'%s'".formatted(kind.row()));
    }
  }

  @Test
  void lagIsEmptyWhereNothingStreams() {
    assertThat(records.lags()).isEmpty();
  }

  /** Nobody saw it, but without a second site there was one copy for a while. */
  @Test
  void moveInterruptsTheSecondCopy() {
    SiteRepository records = new SiteRepository(other.app());
    records.saveCopy(true, NOON);
    records.save(new SiteMove(2, NOON.plusSeconds(60), "a", "b", null));
    assertThat(records.saveCopy(true, NOON.plusSeconds(90))).isEqualTo(NOON.plusSeconds(90));
    assertThat(records.saveCopy(true, NOON.plusSeconds(99))).isEqualTo(NOON.plusSeconds(90));
    assertThat(copies()).isEqualTo(3);
    records.save(new SiteMove(3, NOON.plusSeconds(200), "b", "a", null));
    assertThat(records.saveCopy(false, NOON.plusSeconds(300))).isEqualTo(NOON.plusSeconds(200));
    records.saveCopy(true, NOON.plusSeconds(400));
    records.save(new SiteMove(4, NOON.plusSeconds(500), "a", "b", null));
    Instant late = records.saveCopy(true, NOON.plusSeconds(450));
    assertThat(late).as("by another clock").isEqualTo(NOON.plusSeconds(500));
    assertThat(records.saveCopy(true, NOON.plusSeconds(460))).isEqualTo(late);
  }

  private static int copies() {
    return other.app().fetchCount(org.jooq.impl.DSL.table("site_copy"));
  }

  @Test
  void decisionsAreReadFromTheLedger() {
    ledger("site.switch", "{\"from\": \"a\", \"to\": \"b\"}");
    ledger("edge.rule.changed", "{}");
    ledger("site.promote", "{\"site\": \"a\"}");
    assertThat(records.decisions())
        .extracting(Decision::kind, Decision::from, Decision::to)
        .containsExactly(
            tuple(Decision.Kind.SWITCH, "a", "b"), tuple(Decision.Kind.ACCEPT_LOSS, null, "a"));
  }

  private static void ledger(String kind, String detail) {
    database.owner().execute("SELECT rempart.append_ledger(?, NULL, ?::jsonb)", kind, detail);
  }
}

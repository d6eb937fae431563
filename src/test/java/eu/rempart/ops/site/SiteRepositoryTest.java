package eu.rempart.ops.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.db.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the database remembers of its sites. */
class SiteRepositoryTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

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
    assertThat(records.saveCopy(true, NOON)).isEqualTo(NOON);
    assertThat(records.saveCopy(true, NOON.plusSeconds(5))).isEqualTo(NOON);
    Instant lost = NOON.plusSeconds(9);
    assertThat(records.saveCopy(false, lost)).isEqualTo(lost);
    assertThat(records.saveCopy(false, NOON.plusSeconds(60))).isEqualTo(lost);
    assertThat(database.app().fetchCount(org.jooq.impl.DSL.table("site_copy"))).isEqualTo(2);
  }

  @Test
  void lagIsEmptyWhereNothingStreams() {
    assertThat(records.lags()).isEmpty();
  }
}

package eu.rempart.edge.abuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rempart.db.TestDatabase;
import eu.rempart.edge.abuse.MassDetector.Doer;
import eu.rempart.edge.abuse.MassDetector.Most;
import eu.rempart.edge.abuse.MassDetector.TooMuch;
import eu.rempart.edge.rule.Limit;
import eu.rempart.vault.event.RecordsMoved;
import eu.rempart.vault.event.RecordsMoved.Way;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two nodes on one database count what members take out and archive. */
class MassDetectorTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final int MOST = 1_000;
  private static final Most HOUR = new Most(MOST, Duration.ofHours(1));

  private final UUID ada = database.member("MEMBER");
  private final UUID ben = database.member("MEMBER");
  private final MassDetector one = new MassDetector(repository());
  private final MassDetector other = new MassDetector(repository());

  private static MovedRepository repository() {
    return new MovedRepository(database.app(), database.transactions());
  }

  private static List<Long> out(MassDetector node, UUID member, long count) {
    node.did(new RecordsMoved(member, Way.EXPORTED, count));
    return written(node);
  }

  private static List<Long> written(MassDetector node) {
    return node.write(_ -> HOUR).stream().map(TooMuch::rows).toList();
  }

  /** Puts everything that is written so far back. */
  private static void pass(int minutes) {
    for (String column : List.of("edge_moved SET minute = minute", "edge_moved_told SET at = at")) {
      database.owner().execute("UPDATE %s - interval '%d minutes'".formatted(column, minutes));
    }
  }

  @Test
  void twoNodesThatServeHalfEachNoticeTheWholeAndOneTells() {
    assertThat(out(one, ada, 600)).isEmpty();
    assertThat(out(other, ada, 600)).containsExactly(1_200L);
    assertThat(out(one, ada, 5_000)).as("told by the other").isEmpty();
    assertThat(out(other, ben, 900)).as("each member by itself").isEmpty();
    one.did(new RecordsMoved(ada, Way.ARCHIVED, 900));
    assertThat(written(one)).as("each way by itself").isEmpty();
  }

  @Test
  void theWindowMayBeSetWhileItGoesOn() {
    assertThat(out(one, ada, 900)).isEmpty();
    pass(300);
    one.did(new RecordsMoved(ada, Way.EXPORTED, 200));
    Most day = new Most(MOST, Duration.ofDays(1));
    assertThat(one.write(_ -> day))
        .containsExactly(new TooMuch(new Doer(ada, Way.EXPORTED), 1_100, day));
    pass(61);
    assertThat(out(one, ada, 900)).as("within the hour").isEmpty();
  }

  @Test
  void whatIsJustWithinTheWindowCountsHoweverFarTheMinuteIs() {
    await().until(() -> LocalTime.now(ZoneOffset.UTC).getSecond() < 57);
    Most five = new Most(MOST, Duration.ofMinutes(5));
    assertThat(out(one, ada, 600)).isEmpty();
    pass(5);
    one.did(new RecordsMoved(ada, Way.EXPORTED, 600));
    assertThat(one.write(_ -> five)).extracting(TooMuch::rows).containsExactly(1_200L);
  }

  @Test
  void anAlarmThatCantBeKeptLeavesNoMarkAndIsKeptLater() {
    database.owner().execute("REVOKE INSERT ON security_event FROM rempart_app");
    try {
      assertThat(out(one, ada, 2_000)).isEmpty();
    } finally {
      database.owner().execute("GRANT INSERT ON security_event TO rempart_app");
    }
    assertThat(alarms(ada)).isEmpty();
    assertThat(out(other, ada, 1_100)).as("another node tells then").containsExactly(1_100L);
    assertThat(written(one)).as("what waited is counted").isEmpty();
    assertThat(alarms(ada))
        .containsExactly("{\"rows\": \"1100\", \"usual\": \"1000\", \"within\": \"60\"}");
  }

  private static List<String> alarms(UUID member) {
    return database
        .owner()
        .fetch("SELECT detail::text FROM security_event WHERE member_id = ?", member)
        .getValues(0, String.class);
  }

  @Test
  void twoNodesThatCountAtTheSameTimeMissNothing() throws Exception {
    try (var nodes = Executors.newFixedThreadPool(2)) {
      List<Callable<List<Long>>> halves = new ArrayList<>();
      for (MassDetector node : List.of(one, other)) {
        halves.add(
            () -> {
              List<Long> told = new ArrayList<>();
              for (int i = 0; i < 51; i++) {
                told.addAll(out(node, ada, 10));
              }
              return told;
            });
      }
      List<Long> told = new ArrayList<>();
      for (var half : nodes.invokeAll(halves)) {
        told.addAll(half.get());
      }
      assertThat(told).containsExactly(1_010L);
    }
  }

  @Test
  void manySmallPiecesAreAsManyAsOneLargeOneAndAreWrittenAtOnce() {
    List<Long> writes = new ArrayList<>();
    MovedRepository kept = repository();
    MassDetector node =
        new MassDetector(
            (doer, count, most) -> {
              writes.add(count);
              return kept.add(doer, count, most);
            });
    for (int i = 0; i <= MOST; i++) {
      node.did(new RecordsMoved(ada, Way.ARCHIVED, 1));
    }
    assertThat(node.isWaiting()).isTrue();
    assertThat(node.write(_ -> HOUR))
        .containsExactly(new TooMuch(new Doer(ada, Way.ARCHIVED), 1_001, HOUR));
    assertThat(node.isWaiting()).isFalse();
    assertThat(writes).containsExactly(1_001L);
  }

  @Test
  void whatIsOlderThanAnHourIsForgottenAndWhoBeginsAgainIsToldOfAgain() {
    assertThat(out(one, ada, 2_000)).containsExactly(2_000L);
    pass(30);
    assertThat(out(other, ada, 1)).as("goes on").isEmpty();
    pass(33);
    assertThat(out(other, ada, 900)).as("less").isEmpty();
    pass(20);
    assertThat(out(one, ada, 900)).as("again").hasSize(1);
    pass(61);
    assertThat(out(one, ada, 1_500)).as("in one piece, later").containsExactly(1_500L);
    // what the longest window may still ask for is kept
    pass(Limit.WINDOW_MASS.most() + 1);
    repository().forgetOld();
    assertThat(database.owner().fetchCount(org.jooq.impl.DSL.table("edge_moved"))).isZero();
    assertThat(database.owner().fetchCount(org.jooq.impl.DSL.table("edge_moved_told"))).isZero();
  }

  @Test
  void whileTheDatabaseIsAwayItWaitsAndIsCountedAfterwards() {
    boolean[] away = {true};
    MovedRepository kept = repository();
    MassDetector node =
        new MassDetector(
            (doer, count, most) -> {
              if (away[0]) {
                throw new IllegalStateException("away");
              }
              return kept.add(doer, count, most);
            });
    assertThat(out(node, ada, 600)).isEmpty();
    assertThat(out(node, ada, 600)).isEmpty();
    away[0] = false;
    assertThat(written(node)).containsExactly(1_200L);
    assertThat(node.write(_ -> HOUR)).isEmpty();
  }

  @Test
  void nothingIsWrittenForNothing() {
    MassDetector node = new MassDetector((_, _, _) -> OptionalLong.of(1));
    node.did(new RecordsMoved(ada, Way.EXPORTED, 0));
    assertThat(node.isWaiting()).isFalse();
  }
}

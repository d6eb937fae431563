package eu.rempart.demo;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.db.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever looks learns how far the demo firm is, on this node, on another, and after a restart. */
class DemoProgressTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private Instant now = Instant.now();

  @BeforeEach
  void nobodyMovedIn() {
    database.owner().execute("DELETE FROM demo_move");
  }

  private DemoProgress node() {
    return new DemoProgress(
        new DemoMoveRepository(database.app()),
        () -> now,
        new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  @Test
  void progressIsPrintedAndKnownUntilItIsDone() {
    DemoProgress node = node();
    assertThat(node.find()).isEmpty();
    node.at(DemoPhase.FIELDS);
    node.at(DemoPhase.DEALS);

    assertThat(node.find()).contains(new DemoMove(DemoPhase.DEALS, true));
    assertThat(node().find()).as("another node").contains(new DemoMove(DemoPhase.DEALS, true));
    assertThat(DemoPhase.DEALS.left()).contains(DemoPhase.DEALS, DemoPhase.DOCUMENTS);
    assertThat(DemoPhase.DEALS.done()).contains(DemoPhase.CONTACTS).doesNotContain(DemoPhase.DEALS);

    node.done(3_000);
    assertThat(node.find()).isEmpty();
    assertThat(node().find()).isEmpty();
    assertThat(printed.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "The demo firm is moving in: 0 % (fields)",
            "The demo firm is moving in: " + DemoPhase.DEALS.percent() + " % (deals)",
            "The demo firm has moved in: 100 % (3000 contacts)");
  }

  @Test
  void restartTellsThatItBrokeOffUntilSomebodyKnows() {
    node().at(DemoPhase.CONTACTS);
    now = now.plus(DemoProgress.SILENT).plusSeconds(5);
    DemoProgress restarted = node();
    assertThat(restarted.find()).contains(new DemoMove(DemoPhase.CONTACTS, false));

    restarted.putAway();
    assertThat(restarted.find()).isEmpty();
    assertThat(node().find()).isEmpty();
  }

  @Test
  void failureIsKnownAtOnceAndRunningMoveIsNotPutAway() {
    DemoProgress node = node();
    node.at(DemoPhase.QUOTES);
    node.putAway();
    assertThat(node.find()).contains(new DemoMove(DemoPhase.QUOTES, true));
    node.failed();
    assertThat(node.find()).contains(new DemoMove(DemoPhase.QUOTES, false));
  }
}

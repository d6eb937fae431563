package eu.rempart.alert.channel.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.db.TestDatabase;
import eu.rempart.edge.HandClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which answers of a provider act. */
class TakenAnswerRepositoryTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final HandClock clock = new HandClock();
  private final List<String> acted = new ArrayList<>();
  private final TakenAnswerRepository taken =
      new TakenAnswerRepository(database.app(), database.transactions(), clock);

  private void bring(String id) {
    taken.once(id, () -> acted.add(id));
  }

  @Test
  void oneOfAnIdActsOnceForAWeek() {
    bring("a 1");
    bring("a 1");
    bring("b 1");
    assertThat(acted).containsExactly("a 1", "b 1");
    clock.pass(TakenAnswerRepository.KEPT);
    taken.forgetOld();
    bring("a 1");
    assertThat(acted).hasSize(2);
    clock.pass(Duration.ofSeconds(1));
    taken.forgetOld();
    bring("a 1");
    assertThat(acted).hasSize(3);
  }

  @Test
  void whatCouldNotBeTakenMayComeAgain() {
    assertThatThrownBy(
            () ->
                taken.once(
                    "c 1",
                    () -> {
                      throw new IllegalStateException("the database is away");
                    }))
        .hasMessage("the database is away");
    bring("c 1");
    assertThat(acted).containsExactly("c 1");
  }
}

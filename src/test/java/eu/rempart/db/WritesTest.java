package eu.rempart.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.UUID;
import org.jooq.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionTemplate;

class WritesTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final UUID member = UUID.randomUUID();

  @Test
  void theDatabaseLearnsWhoWhyAndInWhichChange() {
    Writes writes = database.writes(member);
    Change change =
        writes.inTransaction(
            new Reason("merge"),
            running -> {
              assertThat(settings()).isEqualTo(member + " manual merge " + running.id());
              return running;
            });

    assertThat(change.reason().code()).isEqualTo("merge");
    assertThat(settings()).isBlank();
  }

  @Test
  void anInnerOneBelongsToTheOuterOne() {
    Writes writes = database.writes(member);
    UUID known = UUID.randomUUID();
    writes.inTransaction(
        Reason.IMPORT,
        known,
        outer ->
            writes.inTransaction(
                Reason.EDIT,
                inner -> {
                  assertThat(inner).isEqualTo(outer);
                  assertThat(settings()).isEqualTo(member + " manual import " + known);
                  return inner;
                }));
    assertThat(writes.isRunning()).isFalse();
  }

  @Test
  void whatFailsIsRolledBackWhole() {
    Writes writes = database.writes(member);
    UUID id = UUID.randomUUID();

    assertThatThrownBy(
            () ->
                writes.run(
                    Reason.EDIT,
                    change -> {
                      database.app().execute("INSERT INTO contact (id) VALUES (?)", id);
                      throw new IllegalArgumentException("no");
                    }))
        .hasMessage("no");
    assertThat(database.app().fetch("SELECT FROM contact WHERE id = ?", id)).isEmpty();
    assertThat(writes.isRunning()).isFalse();
  }

  @Test
  void aTransactionThatBeganBeforeKeepsTheChangeUntilItEnds() {
    Writes writes = database.writes(member);
    new TransactionTemplate(database.transactions())
        .executeWithoutResult(
            status -> {
              Change first = writes.inTransaction(Reason.EDIT, change -> change);
              Change second = writes.inTransaction(Reason.ARCHIVE, change -> change);
              assertThat(second).isEqualTo(first);
            });
    assertThat(writes.isRunning()).isFalse();
  }

  @Test
  void aJobNamesItsActorButNeverInsideOfAnother() {
    Writes writes = database.writes(Optional::empty);
    UUID change = UUID.randomUUID();
    Actor actor = new Actor(member, Actor.IMPORT);
    writes.inTransaction(
        actor,
        Reason.IMPORT,
        change,
        running -> {
          assertThat(settings()).isEqualTo(member + " import import " + change);
          assertThatIllegalStateException()
              .isThrownBy(() -> writes.inTransaction(actor, Reason.EDIT, change, inner -> inner));
          return running;
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Edit", "two words", "1st", "é", "x';--"})
  void aReasonIsACodeAndNoText(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Reason(text));
  }

  private static String settings() {
    Record row =
        database
            .app()
            .fetchSingle(
                """
                SELECT concat_ws(' ', rempart.setting('actor'), rempart.setting('source'),
                  rempart.setting('reason'), rempart.setting('change_id'))
                """);
    return row.get(0, String.class);
  }
}

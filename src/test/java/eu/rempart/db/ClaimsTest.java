package eu.rempart.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class ClaimsTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @Test
  void oneServerAloneHasWhatItTook() {
    try (Claims one = new Claims(database.appDataSource());
        Claims other = new Claims(database.appDataSource())) {
      assertThat(one.take("a")).isTrue();

      assertThat(other.take("a")).isFalse();
      assertThat(one.take("a")).as("twice here").isFalse();
      assertThat(other.take("b")).as("something else").isTrue();
      one.giveBack("a");
      assertThat(other.take("a")).isTrue();
      assertThat(one.take("a")).isFalse();
    }
  }

  @Test
  void whatWasNotTakenIsNotGivenBack() {
    try (Claims one = new Claims(database.appDataSource());
        Claims other = new Claims(database.appDataSource())) {
      assertThat(one.take("c")).isTrue();

      other.giveBack("c");

      assertThat(other.take("c")).isFalse();
    }
  }

  @Test
  void aServerIsThereUntilItStops() {
    try (Claims one = new Claims(database.appDataSource())) {
      Claims other = new Claims(database.appDataSource());
      UUID server = other.here();

      assertThat(one.isThere(server)).isTrue();
      assertThat(one.isThere(one.here())).isTrue();
      assertThat(one.isThere(UUID.randomUUID())).isFalse();
      assertThat(other.take("d")).isTrue();
      other.close();
      assertThat(one.isThere(server)).isFalse();
      assertThat(one.take("d")).isTrue();
    }
  }

  @Test
  void aServerThatDiedIsThereNoMoreAndHasNothing() throws SQLException {
    Kept kept = new Kept(database.appDataSource());
    try (Claims one = new Claims(database.appDataSource());
        Claims died = new Claims(kept)) {
      UUID server = died.here();
      assertThat(died.take("e")).isTrue();

      kept.breakOff();

      await().until(() -> !one.isThere(server));
      await().until(() -> one.take("e"));
    }
  }

  @Test
  void aServerWhoseConnectionBrokeIsThereAgainWithWhatItHad() throws SQLException {
    Kept kept = new Kept(database.appDataSource());
    try (Claims one = new Claims(database.appDataSource());
        Claims broke = new Claims(kept)) {
      UUID server = broke.here();
      assertThat(broke.take("f")).isTrue();
      kept.breakOff();
      await().until(() -> !one.isThere(server));

      assertThat(broke.here()).isEqualTo(server);

      assertThat(one.isThere(server)).isTrue();
      assertThat(one.take("f")).isFalse();
    }
  }

  @Test
  void whatAnotherTookMeanwhileIsItsOwn() throws SQLException {
    Kept kept = new Kept(database.appDataSource());
    try (Claims one = new Claims(database.appDataSource());
        Claims broke = new Claims(kept)) {
      assertThat(broke.take("g")).isTrue();
      kept.breakOff();
      await().until(() -> one.take("g"));

      assertThat(broke.take("g")).isFalse();
      broke.giveBack("g");
      assertThat(broke.take("g")).as("the other still has it").isFalse();
      one.giveBack("g");
      assertThat(broke.take("g")).as("nobody has it any more").isTrue();
    }
  }

  /** Whose connection can be cut. */
  private static final class Kept extends DelegatingDataSource {

    private @Nullable Connection last;

    Kept(DataSource source) {
      super(source);
    }

    @Override
    public Connection getConnection() throws SQLException {
      Connection connection = super.getConnection();
      last = connection;
      return connection;
    }

    void breakOff() throws SQLException {
      if (last != null) {
        last.abort(Runnable::run);
      }
    }
  }
}

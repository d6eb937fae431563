package eu.rempart.exchange.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two imports never write at once, whatever became of their claims. */
class ImportAloneTest extends ImportCase {

  @RegisterExtension static final ImportHouse house = new ImportHouse();

  ImportAloneTest() {
    super(house);
  }

  /** Writes as an import of another server does, whose claim was lost. */
  private static Connection another() throws SQLException {
    Connection other = house.database().appDataSource().getConnection();
    other.setAutoCommit(false);
    try (Statement statement = other.createStatement()) {
      statement.execute("SELECT pg_advisory_xact_lock(7310613)");
    }
    return other;
  }

  @Test
  void whileAnotherWritesAnImportFailsAndChangesNothing() throws SQLException {
    String csv = "First name,Last name,E-mail\nAda,Alone,ada@H\n";
    try (Connection other = another()) {
      ImportJob job = run(csv);

      assertThat(job.state()).isEqualTo(ImportState.FAILED);
      assertThat(job.errorCode()).contains("exchange.busy");
      assertThat(runOf(job).state()).isEqualTo(ImportState.FAILED);
      assertThat(matching("ada")).isEmpty();
      other.rollback();
    }

    assertThat(run(csv).state()).isEqualTo(ImportState.DONE);
    assertThat(matching("ada")).hasSize(1);
  }

  @Test
  void whileAnotherWritesNoneIsUndone() throws SQLException {
    ImportJob job = run("First name,Last name,E-mail\nBea,Alone,bea@H\n");
    try (Connection other = another()) {
      var undone = house.as(() -> house.undo().start(job.id()));

      assertThatThrownBy(undone::join)
          .isInstanceOf(CompletionException.class)
          .hasCauseInstanceOf(ImportBusyException.class);
      other.rollback();
    }

    assertThat(matching("bea")).hasSize(1);
    assertThat(house.as(() -> house.undo().start(job.id()).join())).isPresent();
    assertThat(matching("bea")).isEmpty();
  }
}

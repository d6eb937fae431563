package eu.rempart.exchange.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.account.acting.WorkApart;
import eu.rempart.db.Claims;
import eu.rempart.db.Writes;
import eu.rempart.db.generated.Tables;
import eu.rempart.exchange.run.upload.BroughtFile;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Imports where another server uses the same database. */
class ImportTwoServersTest extends ImportCase {

  @RegisterExtension static final ImportHouse house = new ImportHouse();

  private Claims claims;
  private ImportService other;

  ImportTwoServersTest() {
    super(house);
  }

  @BeforeEach
  void startTheOther() {
    claims = new Claims(house.database().appDataSource());
    other =
        new ImportService(
            house.bean(ImportRunRepository.class),
            claims,
            house.bean(Doors.class),
            house.bean(Writes.class),
            house.rights(),
            house.current(),
            house.vault(),
            new ImportThreads(
                claims, house.current(), new WorkApart(house.current(), house.vault())));
  }

  @AfterEach
  void stopTheOther() {
    claims.close();
  }

  @Test
  void oneThatRunsElsewhereIsNotCalledInterrupted() {
    PausedRows rows = new PausedRows(this, 3, 2);
    ImportJob job = start(rows);
    rows.awaitPause();

    other.interruptLeft();

    assertThat(house.as(other::recent))
        .filteredOn(run -> run.id().equals(job.id()))
        .singleElement()
        .matches(run -> run.state() == ImportState.RUNNING);
    rows.goOn();
    await(job);
    assertThat(runOf(job).state()).isEqualTo(ImportState.DONE);
    assertThat(matching("p1")).hasSize(1);
  }

  @Test
  void onlyOneServerImportsAtATime() throws Exception {
    PausedRows rows = new PausedRows(this, 3, 2);
    ImportJob first = start(rows);
    rows.awaitPause();
    BroughtFile second = bring("First name,Email\nBo,bo@H\n");

    assertThatThrownBy(
            () -> house.as(() -> other.start(table(second), MatchPolicy.UPDATE, new Codes())))
        .isInstanceOf(ImportBusyException.class);

    rows.goOn();
    await(first);
    ImportJob later = house.as(() -> other.start(table(second), MatchPolicy.UPDATE, new Codes()));
    await(later);
    assertThat(later.state()).isEqualTo(ImportState.DONE);
    assertThat(matching("bo")).hasSize(1);
  }

  @Test
  void oneWhoseServerDiedIsCalledInterruptedWithoutAStart() {
    UUID id = runOfTheOther();
    assertThat(stateOf(id)).isEqualTo(ImportState.RUNNING);

    claims.close();

    assertThat(stateOf(id)).isEqualTo(ImportState.INTERRUPTED);
    assertThat(run("First name,Email\nCy,cy@H\n").state())
        .as("nothing of it stands in the way")
        .isEqualTo(ImportState.DONE);
  }

  @Test
  void oneThatWasCalledInterruptedChangesNothing() {
    PausedRows rows = new PausedRows(this, 3, 2);
    ImportJob job = start(rows);
    rows.awaitPause();
    house
        .database()
        .owner()
        .update(Tables.IMPORT_RUN)
        .set(Tables.IMPORT_RUN.STATE, ImportState.INTERRUPTED.name())
        .where(Tables.IMPORT_RUN.ID.eq(job.id()))
        .execute();

    rows.goOn();
    await(job);

    assertThat(job.state()).isEqualTo(ImportState.FAILED);
    assertThat(stateOf(job.id())).isEqualTo(ImportState.INTERRUPTED);
    assertThat(matching("p0")).isEmpty();
  }

  /** As it stands while the other server imports. */
  private UUID runOfTheOther() {
    UUID id = UUID.randomUUID();
    PausedRows rows = new PausedRows(this, 1, 1);
    house.as(
        () -> {
          house
              .bean(ImportRunRepository.class)
              .begin(
                  id,
                  claims.here(),
                  house.administrator().memberId(),
                  rows.file(),
                  UUID.randomUUID());
          return id;
        });
    return id;
  }

  private static ImportState stateOf(UUID id) {
    return house.as(() -> house.imports().recent()).stream()
        .filter(run -> run.id().equals(id))
        .map(ImportRun::state)
        .findFirst()
        .orElseThrow();
  }
}

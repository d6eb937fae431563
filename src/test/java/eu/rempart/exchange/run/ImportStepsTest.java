package eu.rempart.exchange.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ImportStepsTest extends ImportCase {

  private static final int ROWS = 1_200;

  @RegisterExtension static final ImportHouse house = new ImportHouse();

  ImportStepsTest() {
    super(house);
  }

  @Test
  void importTellsThatItSavesAndThenIndexes() {
    PausedRows rows = new PausedRows(this, ROWS, 600);
    ImportJob job = start(rows);
    rows.awaitPause();
    assertThat(job.step()).isEqualTo(ImportStep.ROWS);
    CountDownLatch saving = new CountDownLatch(1);
    job.onNews(
        () -> {
          if (job.step() == ImportStep.SAVING) {
            saving.countDown();
          }
        });

    house
        .database()
        .owner()
        .transaction(
            holds -> {
              // its own row is the last thing that an import writes
              holds.dsl().execute("LOCK TABLE import_run IN EXCLUSIVE MODE");
              rows.goOn();
              assertThat(saving.await(3, TimeUnit.MINUTES)).isTrue();
              assertThat(job.state()).isEqualTo(ImportState.RUNNING);
              assertThat(job.counts().rows()).isEqualTo(ROWS);
              assertThat(job.progress()).isZero();
            });
    await(job);

    assertThat(job.state()).isEqualTo(ImportState.DONE);
    assertThat(job.step()).isEqualTo(ImportStep.INDEXING);
    assertThat(job.indexed()).isEqualTo(new ImportJob.Indexed(ROWS, ROWS));
  }

  @Test
  void indexingCountsRecordsThatSearchesFind() {
    ImportJob job = run("First name,Email\nAna,ana@H\n");

    job.indexed(30, 120);
    assertThat(job.indexed()).isEqualTo(new ImportJob.Indexed(90, 120));
    // others' changes wait too
    job.indexed(500, 120);
    assertThat(job.indexed()).isEqualTo(new ImportJob.Indexed(0, 120));
  }
}

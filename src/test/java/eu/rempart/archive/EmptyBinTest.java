package eu.rempart.archive;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.db.Actor;
import eu.rempart.db.Reason;
import eu.rempart.db.TestDatabase;
import eu.rempart.db.Writes;
import eu.rempart.history.RecordRef;
import eu.rempart.history.Records;
import eu.rempart.history.TestViewer;
import eu.rempart.history.Viewer.Act;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Only what was counted is removed. */
class EmptyBinTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @Test
  void whatIsArchivedMeanwhileIsNoPartOfIt() {
    TestViewer viewer = new TestViewer(database.member("MEMBER"), Act.READ, Act.WRITE, Act.ARCHIVE);
    Writes writes = database.writes(() -> Optional.of(Actor.manual(viewer.memberId())));
    Clock clock = Clock.systemUTC();
    ArchiveService archive = TestArchive.services(database, writes, viewer, clock).archive();
    AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
    Writes late =
        database.writes(
            () -> {
              meanwhile.getAndSet(() -> {}).run();
              return Optional.of(Actor.manual(viewer.memberId()));
            });
    PurgeService purges = TestArchive.services(database, late, viewer, clock).purges();
    Records records = new Records(database, writes);
    RecordRef counted = records.contact("Counted");
    RecordRef further = records.contact("Further");
    archive.archive(List.of(counted), Reason.ARCHIVE);
    viewer.becomesAdministrator(database.member("ADMINISTRATOR"));
    purges.setDelay(Duration.ofDays(7));
    int count = purges.count();
    Runnable colleague = () -> archive.archive(List.of(further), Reason.ARCHIVE);

    meanwhile.set(colleague);
    assertThat(purges.emptyBin(count, Duration.ZERO)).isEmpty();

    assertThat(purges.count()).as("both are there").isGreaterThan(count);
    assertThat(purges.delayDays()).isEqualTo(7);
    assertThat(purges.waiting()).isEmpty();
    assertThat(purges.emptyBin(purges.count(), Duration.ZERO)).isPresent();
    assertThat(purges.waiting()).as("the longer delay has to pass first").hasSize(1);
  }
}

package eu.rempart.archive;

import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.db.Actor;
import eu.rempart.db.Reason;
import eu.rempart.db.TestDatabase;
import eu.rempart.db.Writes;
import eu.rempart.history.RecordRef;
import eu.rempart.history.Records;
import eu.rempart.history.TestViewer;
import eu.rempart.history.Viewer.Act;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ArchiveServiceTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private UUID member;
  private TestViewer viewer;
  private ArchiveService archive;
  private PurgeService purges;
  private Records records;
  private Instant now = Instant.now();

  @BeforeEach
  void signIn() {
    database.owner().execute("DELETE FROM organisation_setting");
    member = database.member("MEMBER");
    viewer = new TestViewer(member, Act.READ, Act.WRITE, Act.ARCHIVE);
    Writes writes = database.writes(() -> Optional.of(Actor.manual(viewer.memberId())));
    InstantSource source = () -> now;
    TestArchive room =
        TestArchive.services(database, writes, viewer, source.withZone(ZoneOffset.UTC));
    archive = room.archive();
    purges = room.purges();
    records = new Records(database, writes);
    now = Clock.systemUTC().instant();
  }

  @Test
  void whatIsArchivedLiesInTheBinWithItsNameAndComesBackByUndo() {
    RecordRef contact = records.contact("Dupont");
    RecordRef company = records.company("Acme");
    RecordRef link = records.link(contact, company);
    Archived archived = archive.archive(List.of(contact), Reason.ARCHIVE);
    assertThat(archived.records()).isEqualTo(1);

    BinEntry entry = archive.page(BinFilter.ALL, null, 50).entries().getFirst();
    assertThat(entry.root()).isEqualTo(contact);
    assertThat(entry.name()).isEqualTo("Dupont");
    assertThat(entry.by()).isEqualTo(member);
    assertThat(entry.records()).isEqualTo(1);
    assertThat(entry.links()).isEqualTo(1);
    assertThat(archive.contents(entry.archiveId()))
        .extracting(BinItem::name)
        .containsExactly("Dupont", "Dupont – Acme");

    assertThat(archive.undo(archived.changeId())).isEqualTo(new Restored.Done(1));
    assertThat(records.lives(contact)).isTrue();
    assertThat(records.lives(link)).isTrue();
  }

  @Test
  void theBinIsSearchedByNameWithoutAccentsAndByTheRest() {
    RecordRef zoe = records.contact("Zoë Lefèvre");
    RecordRef acme = records.company("Acme Lefevre");
    archive.archive(List.of(zoe, acme, records.contact("Martin")), Reason.ARCHIVE);

    assertThat(names(filter("LEFEVRE", null)))
        .containsExactlyInAnyOrder("Zoë Lefèvre", "Acme Lefevre");
    assertThat(names(filter("lefèvre", "contact"))).containsExactly("Zoë Lefèvre");
    assertThat(names(new BinFilter("", null, member, null, null, "archive"))).hasSize(3);
    assertThat(names(new BinFilter("", null, null, null, null, "merge"))).isEmpty();
    assertThat(
            names(
                new BinFilter(
                    "", null, member, Clock.systemUTC().instant().plusSeconds(60), null, null)))
        .isEmpty();
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepetition() {
    for (int i = 0; i < 7; i++) {
      archive.archive(List.of(records.contact("Page " + i)), Reason.ARCHIVE);
    }
    BinFilter mine = new BinFilter("page", null, member, null, null, null);
    BinPage first = archive.page(mine, null, 3);
    BinPage second = archive.page(mine, first.next(), 3);
    BinPage third = archive.page(mine, second.next(), 3);

    assertThat(first.entries())
        .extracting(BinEntry::name)
        .containsExactly("Page 6", "Page 5", "Page 4");
    assertThat(second.entries())
        .extracting(BinEntry::name)
        .containsExactly("Page 3", "Page 2", "Page 1");
    assertThat(third.entries()).extracting(BinEntry::name).containsExactly("Page 0");
    assertThat(third.next()).isNull();
  }

  @Test
  void membersSeeAndTakeBackOnlyWhatTheyArchived() {
    RecordRef contact = records.contact("Mine");
    archive.archive(List.of(contact), Reason.ARCHIVE);
    UUID entry = archive.page(BinFilter.ALL, null, 1).entries().getFirst().archiveId();

    viewer.becomes(database.member("MEMBER"), Act.READ, Act.ARCHIVE);
    assertThat(names(BinFilter.ALL)).isEmpty();
    assertThatThrownBy(() -> archive.contents(entry)).isInstanceOf(SecurityException.class);
    assertThatThrownBy(() -> archive.restore(List.of(entry), true))
        .isInstanceOf(SecurityException.class);

    viewer.becomes(database.member("MANAGER"), Act.READ, Act.ARCHIVE, Act.RESTORE);
    assertThat(names(filter("mine", null))).contains("Mine");
    assertThat(archive.restore(List.of(entry), false)).isEqualTo(new Restored.Done(1));
    assertThat(archive.restore(List.of(entry), false)).isEqualTo(new Restored.Gone());
    assertThatThrownBy(() -> purges.emptyBin(0)).isInstanceOf(SecurityException.class);

    viewer.becomes(member, Act.READ);
    assertThatThrownBy(() -> archive.archive(List.of(contact), Reason.ARCHIVE))
        .isInstanceOf(SecurityException.class);
    assertThatThrownBy(() -> archive.page(BinFilter.ALL, null, 1))
        .isInstanceOf(SecurityException.class);
  }

  @Test
  void aConflictIsNamedAndDecidedNeverHalfDone() {
    RecordRef contact = records.contact("Dupont");
    RecordRef company = records.company("Acme");
    RecordRef link = records.link(contact, company);
    archive.archive(List.of(contact), Reason.ARCHIVE);
    archive.archive(List.of(company), Reason.ARCHIVE);
    List<BinEntry> both = archive.page(BinFilter.ALL, null, 2).entries();
    UUID ofCompany = both.get(0).archiveId();
    UUID ofContact = both.get(1).archiveId();

    assertThat(archive.restore(List.of(ofContact), false))
        .isInstanceOfSatisfying(
            Restored.Blocked.class,
            blocked -> {
              assertThat(blocked.conflicts().getFirst().kind())
                  .isEqualTo(Conflict.Kind.PARENT_ARCHIVED);
              assertThat(blocked.conflicts().getFirst().otherEntry()).isEqualTo(ofCompany);
            });
    assertThat(records.lives(contact)).isFalse();

    assertThat(archive.restore(List.of(ofContact, ofCompany), false))
        .isEqualTo(new Restored.Done(2));
    assertThat(records.lives(link)).isTrue();
  }

  @Test
  void theBinIsEmptiedAfterTheTypedNumberAndTheDelay() {
    RecordRef contact = records.contact("Dupont");
    archive.archive(List.of(contact), Reason.ARCHIVE);
    viewer.becomesAdministrator(database.member("ADMINISTRATOR"));
    purges.setDelay(Duration.ofDays(9));
    assertThat(purges.delayDays()).isEqualTo(9);
    assertThat(
            database
                .app()
                .fetchSingle(
                    "SELECT kind, detail ->> 'days' AS days FROM ledger ORDER BY seq DESC LIMIT 1")
                .intoMap())
        .containsEntry("kind", "purge.delay")
        .containsEntry("days", "9");
    int count = purges.count();

    assertThat(purges.emptyBin(count + 1)).isEmpty();
    Instant due = purges.emptyBin(count).orElseThrow();
    assertThat(due).isAfter(now.plus(Duration.ofDays(8)));
    assertThat(archive.page(BinFilter.ALL, null, 1).entries().getFirst().purgeWaits()).isTrue();
    purges.carryOut();
    assertThat(purges.count()).isEqualTo(count);

    viewer.becomesAdministrator(database.member("ADMINISTRATOR"));
    assertThat(purges.stop(purges.waiting().getFirst().id())).isTrue();
    assertThat(purges.waiting()).isEmpty();

    purges.setDelay(Duration.ZERO);
    now = now.plus(Duration.ofDays(9)).plusSeconds(60);
    assertThat(purges.emptyBin(count)).isPresent();
    assertThat(purges.count()).isZero();
    assertThat(names(BinFilter.ALL)).isEmpty();
    assertThatThrownBy(() -> purges.setDelay(Duration.ofDays(31)))
        .hasMessageContaining("expected 0 to 30");
  }

  @Test
  void aDelayIsSetWithTheEmptyingOrNotAtAll() {
    RecordRef contact = records.contact("Durand");
    archive.archive(List.of(contact), Reason.ARCHIVE);
    viewer.becomesAdministrator(database.member("ADMINISTRATOR"));
    purges.setDelay(Duration.ofDays(7));
    int count = purges.count();

    assertThat(purges.emptyBin(count + 1, Duration.ZERO)).as("a wrong number").isEmpty();
    assertThat(purges.delayDays()).isEqualTo(7);
    assertThatThrownBy(() -> purges.emptyBin(count, Duration.ofDays(31)))
        .hasMessageContaining("expected 0 to 30");
    assertThat(purges.delayDays()).isEqualTo(7);
    assertThat(purges.waiting()).isEmpty();

    Instant first = purges.emptyBin(count, Duration.ofDays(7)).orElseThrow();
    Instant second = purges.emptyBin(count, Duration.ofDays(2)).orElseThrow();

    assertThat(purges.delayDays()).as("whoever empties cannot hurry it").isEqualTo(7);
    assertThat(second).isAfter(first);
    purges.waiting().forEach(purge -> purges.stop(purge.id()));
  }

  @Test
  void longerDelayHoldsAtOnceShorterOneAfterTheLonger() {
    viewer.becomesAdministrator(database.member("ADMINISTRATOR"));
    purges.setDelay(Duration.ofDays(10));
    assertThat(purges.pendingDelay()).isEmpty();

    purges.setDelay(Duration.ofDays(1));
    assertThat(purges.delayDays()).isEqualTo(10);
    PendingDelay later = purges.pendingDelay().orElseThrow();
    assertThat(later.days()).isEqualTo(1);
    assertThat(later.from()).isEqualTo(now.plus(Duration.ofDays(10)).truncatedTo(SECONDS));

    now = now.plus(Duration.ofDays(10)).plusSeconds(1);
    assertThat(purges.delayDays()).isEqualTo(1);
    assertThat(purges.pendingDelay()).isEmpty();
    purges.setDelay(Duration.ofDays(12));
    assertThat(purges.delayDays()).isEqualTo(12);
  }

  @Test
  void databaseCannotBringShorterDelayForward() {
    viewer.becomesAdministrator(database.member("ADMINISTRATOR"));
    purges.setDelay(Duration.ofDays(20));
    purges.setDelay(Duration.ofDays(1));
    String backdated = Base64.getEncoder().encodeToString("1 0".getBytes(StandardCharsets.UTF_8));
    for (String forged : List.of("1 0", backdated)) {
      database
          .owner()
          .execute(
              "UPDATE organisation_setting SET value = ? WHERE name = 'bin.purge-delay-next'",
              forged);
      assertThat(purges.delayDays()).as(forged).isEqualTo(20);
      assertThat(purges.pendingDelay()).as(forged).isEmpty();
    }
  }

  private List<String> names(BinFilter filter) {
    return archive.page(filter, null, 200).entries().stream().map(BinEntry::name).toList();
  }

  private static BinFilter filter(String text, @org.jspecify.annotations.Nullable String kind) {
    return new BinFilter(text, kind, null, null, null, null);
  }
}

package eu.rempart.ops.backup;

import static eu.rempart.db.generated.Tables.BACKUP_DESTINATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.db.TestDatabase;
import eu.rempart.home.HomeFolder;
import eu.rempart.kernel.place.AllowedCountries;
import eu.rempart.kernel.place.PlaceNotAllowedException;
import eu.rempart.kernel.place.PlaceRules;
import eu.rempart.kernel.place.TestPlaces;
import eu.rempart.ops.backup.BackupState.Archiving;
import eu.rempart.ops.backup.engine.Destination;
import eu.rempart.vault.operating.BackupSecret;
import eu.rempart.vault.operating.OperatingSeal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Destinations, their secret, and the servers that send there. */
class BackupRepositoryTest {

  @RegisterExtension private static final TestDatabase DATABASE = new TestDatabase();
  private static final AtomicInteger SERVERS = new AtomicInteger();
  private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
  private BackupRepository repository;
  private Destination here;
  private String server;

  @BeforeEach
  void set() {
    repository = new BackupRepository(DATABASE.app());
    server = "server-" + SERVERS.incrementAndGet();
    here = TestDestinations.add(DATABASE.app(), "/disk/" + server, "FR", "", NOW.minusSeconds(9));
  }

  @Test
  void startIsRefusedOnceTheCountryOfADestinationIsNotAllowedAnyMore() throws Exception {
    BackupPlaces places = new BackupPlaces(repository);
    places.require(TestPlaces.europe());
    PlaceRules german = new PlaceRules(AllowedCountries.of(List.of("DE")), false, false);
    assertThatThrownBy(() -> places.require(german))
        .isInstanceOfSatisfying(
            PlaceNotAllowedException.class,
            refused -> assertThat(refused.advice()).contains("./rempart backup remove"))
        .hasMessageContaining("place-not-allowed");
  }

  @Test
  void destinationComesBackAsItIs() {
    String keys = "ecdsa-sha2-nistp256 AAAA\nssh-ed25519 AAAA";
    Destination remote =
        TestDestinations.add(
            DATABASE.app(), "sftp://b@[2001:db8::7]:2201/" + server, "DE", keys, NOW);
    assertThat(remote.address()).hasToString("sftp://b@[2001:db8::7]:2201/" + server);
    assertThat(remote.hostKeys()).isEqualTo(keys);
    assertThat(remote.country().value()).isEqualTo("DE");
    assertThat(remote.place()).isGreaterThan(here.place());
    assertThat(repository.destinations())
        .contains(new BackupRepository.Added(remote, NOW, false, null))
        .isSortedAccordingTo((a, b) -> a.destination().place() - b.destination().place());
    DATABASE
        .app()
        .update(BACKUP_DESTINATION)
        .set(BACKUP_DESTINATION.REMOVED_AT, NOW.atOffset(ZoneOffset.UTC))
        .where(BACKUP_DESTINATION.ID.eq(remote.id()))
        .execute();
    assertThat(repository.destinations())
        .extracting(BackupRepository.Added::destination)
        .doesNotContain(remote)
        .contains(here);
  }

  @Test
  void logLeavesADestinationOutUntilAWholeBackupThatBeganLater() {
    repository.leaveOut(here.id(), NOW);
    repository.leaveOut(here.id(), NOW.plusSeconds(60));
    assertThat(leftOut()).isEqualTo(NOW);
    repository.takeIn(here.id(), NOW.minusSeconds(1));
    assertThat(leftOut()).as("it had begun before").isEqualTo(NOW);
    repository.takeIn(here.id(), NOW.plusSeconds(1));
    assertThat(leftOut()).isNull();
  }

  private @Nullable Instant leftOut() {
    return repository.destinations().stream()
        .filter(each -> each.destination().equals(here))
        .findFirst()
        .orElseThrow()
        .leftOut();
  }

  @Test
  void serverSaysWhereItsFilesAre() {
    assertThat(repository.homeOf(server)).isEmpty();
    repository.tellServer(server, Path.of("/srv/old"), "rempart");
    repository.tellServer(server, Path.of("/srv/rempart"), "patroni");
    assertThat(repository.homeOf(server)).contains(Path.of("/srv/rempart"));
    Path lines = Path.of("/srv/rempart\n[global]\ncmd-ssh=/tmp/anything\n#");
    assertThatThrownBy(() -> repository.tellServer(server, lines, "patroni"))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("backup_server_home_check");
    assertThat(repository.homeOf(server)).contains(Path.of("/srv/rempart"));
  }

  @Test
  void archivingIsAsPostgresqlSeesIt() {
    assertThat(repository.archiving(NOW)).isEqualTo(new Archiving(null, null, NOW));
  }

  @Test
  void secondServerGetsTheSameSecret(@TempDir Path folder) throws Exception {
    try (HomeFolder first = HomeFolder.open(folder.resolve("a"));
        HomeFolder second = HomeFolder.open(folder.resolve("b"));
        HomeFolder stranger = HomeFolder.open(folder.resolve("c"))) {
      BackupSecret made = new BackupSecrets(first, OperatingSeal.in(first), repository).get();
      second.folder("keys");
      Files.copy(first.resolve("keys/operating"), second.resolve("keys/operating"));
      BackupSecret before = BackupSecret.in(second);
      BackupSecret same = new BackupSecrets(second, OperatingSeal.in(second), repository).get();
      assertThat(same.groups()).isEqualTo(made.groups()).isNotEqualTo(before.groups());
      assertThat(BackupSecret.in(second).groups()).isEqualTo(made.groups());
      assertThat(second.resolve("keys/backup"))
          .hasSameBinaryContentAs(first.resolve("keys/backup"));

      BackupRepository.Secret kept = repository.secret().orElseThrow();
      assertThat(kept.sshKey()).isEqualTo(made.sshPublicKey());
      assertThat(kept.kitKept()).isNull();
      repository.save(new byte[] {1}, "ssh-ed25519 other");
      assertThat(repository.secret().orElseThrow().sshKey()).isEqualTo(made.sshPublicKey());
      UUID member = DATABASE.member("ADMINISTRATOR");
      repository.kitKept(NOW, member);
      assertThat(repository.secret().orElseThrow().kitKept()).isEqualTo(NOW);

      BackupSecrets ofAStranger =
          new BackupSecrets(stranger, OperatingSeal.in(stranger), repository);
      assertThatThrownBy(ofAStranger::get)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("keys/operating");
    }
  }
}

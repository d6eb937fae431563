package eu.rempart.ops.backup;

import static eu.rempart.ops.backup.engine.BackedUpServer.alterOneByte;
import static eu.rempart.ops.backup.engine.BackedUpServer.archived;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rempart.ops.backup.BackupRun.Fault;
import eu.rempart.ops.backup.BackupRun.State;
import eu.rempart.ops.backup.engine.Destination;
import eu.rempart.ops.backup.engine.HostKeys;
import eu.rempart.ops.backup.engine.SftpServer;
import eu.rempart.ops.backup.engine.Technology;
import eu.rempart.vault.operating.BackupSecret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** What is asked for in the database, with the real programs, to a folder and by SFTP. */
class BackupWorkTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String PLANTED = "Planted-Value-Nobody-May-Read-";

  @TempDir private static Path folder;

  private static BackupsAtWork at;
  private static SftpServer sftp;
  private static byte[] pepper;

  private Destination here;
  private Destination there;

  @BeforeAll
  static void start() throws Exception {
    at = new BackupsAtWork(folder.resolve("home"));
    pepper = new byte[32];
    new SecureRandom().nextBytes(pepper);
    at.home.folder("keys");
    at.home.write("keys/pepper", pepper);
    at.home.write("planted.txt", (PLANTED + "file").getBytes(StandardCharsets.UTF_8));
    at.run(
        "CREATE TABLE planted (v text)",
        "INSERT INTO planted SELECT '%s' || n FROM generate_series(1, 100) n".formatted(PLANTED),
        "SELECT rempart.append_ledger('test', 'one', '{}')");
    sftp = SftpServer.start(folder.resolve("sftp"), BackupSecret.in(at.home).sshPublicKey());
  }

  @AfterAll
  static void stop() {
    sftp.close();
    at.close();
  }

  @BeforeEach
  void add(TestInfo test) throws Exception {
    String name = Integer.toHexString(test.getDisplayName().hashCode());
    here = at.add(Files.createDirectory(folder.resolve(name)).toString(), "FR", "");
    Files.createDirectory(sftp.data().resolve(name));
    there =
        at.add(
            sftp.address() + "/" + name,
            "DE",
            String.join("\n", HostKeys.of(sftp.address()).lines()));
  }

  @AfterEach
  void remove() throws IOException {
    at.remove(here);
    at.remove(there);
    at.workOff();
    at.restart();
  }

  private Path files(Destination destination) {
    return Path.of(destination.address().folder());
  }

  private static String why(BackupRun run) {
    Fault fault = run.fault();
    return run.state() + (fault == null ? "" : " " + fault.why());
  }

  @Test
  void bothTechnologiesAreMadeReadAndProven() throws Exception {
    at.workOff();
    for (Destination each : List.of(here, there)) {
      for (Technology technology : Technology.values()) {
        BackupRun made = at.last(each, technology, Act.MAKE);
        assertThat(why(made)).isEqualTo("DONE");
        assertThat(made.whole()).isEqualTo(technology == Technology.CLASSIC);
        assertThat(made.made()).isNotNull();
        assertThat(made.made().size()).isGreaterThan(10_000_000);
        assertThat(made.made().left()).isZero();
      }
      assertThat(files(each).resolve("keys")).isNotEmptyDirectory();
    }
    assertThat(why(at.workOff(here, Technology.CLASSIC, Act.VERIFY))).isEqualTo("DONE");
    assertThat(why(at.workOff(there, Technology.IMAGE, Act.VERIFY))).isEqualTo("DONE");
    for (BackupRun drilled :
        List.of(
            at.workOff(there, Technology.CLASSIC, Act.DRILL),
            at.workOff(here, Technology.IMAGE, Act.DRILL))) {
      assertThat(why(drilled)).isEqualTo("DONE");
      assertThat(drilled.isGood()).isTrue();
    }
    for (Destination each : List.of(here, there)) {
      assertThat(readable(files(each))).as("what a stranger can read").isEmpty();
    }

    alterOneByte(files(here).resolve("classic/backup"));
    alterOneByte(files(here).resolve("image/data"));
    for (Technology technology : Technology.values()) {
      for (Act act : List.of(Act.VERIFY, Act.DRILL)) {
        assertThat(why(at.workOff(here, technology, act))).isEqualTo("FAILED damaged");
      }
    }
  }

  /** What lies there and should not be readable. */
  private static List<String> readable(Path below) throws IOException {
    List<String> secrets = new ArrayList<>(List.of(PLANTED, "planted.txt", "postmaster", "pg_hba"));
    for (byte[] each : List.of(pepper, Files.readAllBytes(at.home.resolve("keys/backup")))) {
      secrets.add(new String(each, StandardCharsets.ISO_8859_1));
      secrets.add(HexFormat.of().formatHex(each));
      secrets.add(Base64.getEncoder().encodeToString(each));
    }
    secrets.add(Files.readString(at.home.resolve("keys/database-superuser")).strip());
    List<String> found = new ArrayList<>();
    int files = 0;
    try (Stream<Path> all = Files.walk(below)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files++;
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        secrets.stream().filter(content::contains).forEach(each -> found.add(file + ": " + each));
      }
    }
    assertThat(files).isGreaterThan(20);
    return found;
  }

  @Test
  void placeThatIsNotAllowedGetsNothing() throws Exception {
    at.remove(here);
    at.remove(there);
    Path empty = Files.createDirectory(folder.resolve("america"));
    Destination america = at.add(empty.toString(), "US", "");
    try {
      at.workOff();
      for (Technology technology : Technology.values()) {
        assertThat(why(at.last(america, technology, Act.MAKE)))
            .isEqualTo("FAILED place-not-allowed");
      }
      assertThat(empty).isEmptyDirectory();
      assertThat(leftOut(america)).as("also after its country is allowed").isTrue();
    } finally {
      at.remove(america);
    }
  }

  @Test
  void stopBreaksOffWhatIsTriedAgain() throws Exception {
    at.remove(there);
    Path stuck = at.home.folder("run").resolve("stopping"); // no log goes out
    Files.writeString(stuck, "");
    CompletableFuture<Void> looking = look();
    await().atMost(PATIENCE).until(() -> state(here, Technology.CLASSIC) == State.RUNNING);
    at.work.end();
    looking.join();
    assertThat(why(at.last(here, Technology.CLASSIC, Act.MAKE))).isEqualTo("BROKEN_OFF");
    assertThat(at.work.look()).as("it has ended").isFalse();

    Files.delete(stuck);
    at.restart();
    at.later(Duration.ofMinutes(6));
    at.workOff();
    assertThat(why(at.last(here, Technology.CLASSIC, Act.MAKE))).isEqualTo("DONE");
  }

  @Test
  void cancelEndsWhatGoesOn() throws Exception {
    at.remove(here);
    assertThat(at.work.look()).as("prepares it, and begins with what is due").isTrue();
    at.later(Duration.ofMinutes(1));
    sftp.freeze(true);
    try {
      for (Technology technology : List.of(Technology.IMAGE, Technology.CLASSIC)) {
        CompletableFuture<Void> looking = begin(technology);
        at.runs.cancel(at.last(there, technology, Act.MAKE).id(), at.now);
        looking.join();
        assertThat(why(at.last(there, technology, Act.MAKE))).isEqualTo("CANCELLED");
      }
    } finally {
      sftp.freeze(false);
    }
    assertThat(at.work.look()).as("nothing is tried again before it is due").isFalse();
  }

  @Test
  void diskThatWasCarriedAwayIsNoNewDestination() throws Exception {
    at.remove(there);
    at.workOff();
    Path elsewhere = files(here).resolveSibling("carried-" + files(here).getFileName());
    Files.move(files(here), elsewhere);
    at.later(Duration.ofMinutes(1));
    for (Technology technology : Technology.values()) {
      assertThat(why(at.workOff(here, technology, Act.MAKE))).isEqualTo("FAILED unreachable");
    }
    Files.createDirectory(files(here)); // where it is mounted
    assertThat(why(at.workOff(here, Technology.IMAGE, Act.MAKE))).isEqualTo("FAILED unreachable");
    assertThat(files(here)).isEmptyDirectory();

    Files.delete(files(here));
    Files.move(elsewhere, files(here));
    at.later(Duration.ofMinutes(6));
    at.workOff();
    BackupRun classic = at.last(here, Technology.CLASSIC, Act.MAKE);
    assertThat(why(classic)).isEqualTo("DONE");
    assertThat(classic.whole()).as("what was logged meanwhile is missing there").isTrue();
    assertThat(why(at.workOff(here, Technology.IMAGE, Act.MAKE))).isEqualTo("DONE");
  }

  @Test
  void newDiskInItsPlaceIsTakenOnceItIsAddedAgain() throws Exception {
    at.remove(there);
    at.workOff();
    Files.move(files(here), files(here).resolveSibling("old-" + files(here).getFileName()));
    Files.createDirectory(files(here));
    at.later(Duration.ofMinutes(1));
    assertThat(why(at.workOff(here, Technology.IMAGE, Act.MAKE))).isEqualTo("FAILED unreachable");
    takeAway(here);
    here = at.add(files(here).toString(), "FR", "");
    at.later(Duration.ofMinutes(6));
    assertThat(why(at.workOff(here, Technology.IMAGE, Act.MAKE))).isEqualTo("DONE");
  }

  @Test
  void removalEndsWhatGoesOnThere() throws Exception {
    takeAway(here);
    sftp.freeze(true);
    try {
      CompletableFuture<Void> looking = begin(Technology.IMAGE);
      OperatorBackups operator = new OperatorBackups(new BackupRepository(at.dsl), at.runs);
      assertThat(operator.remove(there.place(), at.now)).isTrue();
      looking.join();
      assertThat(why(at.last(there, Technology.IMAGE, Act.MAKE))).isEqualTo("CANCELLED");
      assertThat(operator.remove(there.place(), at.now)).isFalse();
    } finally {
      sftp.freeze(false);
    }
  }

  @Test
  void backupThatHardlyMovesIsGivenUp() throws Exception {
    takeAway(here);
    sftp.freeze(true);
    try {
      CompletableFuture<Void> looking = begin(Technology.IMAGE);
      at.later(Duration.ofHours(2));
      looking.join();
      assertThat(why(at.last(there, Technology.IMAGE, Act.MAKE))).isEqualTo("FAILED too-long");
    } finally {
      sftp.freeze(false);
    }
  }

  /** Removes a destination, which is told to the programs. */
  private static void takeAway(Destination destination) throws IOException {
    at.remove(destination);
    at.workOff();
    at.later(Duration.ofMinutes(1));
  }

  /** Begins a backup over there. */
  private CompletableFuture<Void> begin(Technology technology) {
    at.ask(there, technology, Act.MAKE);
    CompletableFuture<Void> looking = look();
    await().atMost(PATIENCE).until(() -> state(there, technology) == State.RUNNING);
    return looking;
  }

  private static CompletableFuture<Void> look() {
    return CompletableFuture.runAsync(
        () -> {
          try {
            at.work.look();
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
  }

  private static State state(Destination destination, Technology technology) {
    return at.runs.latest(at.now).stream()
        .filter(run -> run.cell().equals(BackupsAtWork.cell(destination, technology)))
        .findFirst()
        .map(BackupRun::state)
        .orElse(State.WAITING);
  }

  @Test
  void destinationThatIsAwayDelaysNoOther() throws Exception {
    for (Destination each : List.of(here, there)) {
      assertThat(at.work.look()).isTrue();
      assertThat(why(at.last(each, Technology.CLASSIC, Act.MAKE))).isEqualTo("DONE");
    }
    sftp.close();
    String part;
    try {
      at.restart(); // which must not forget it
      at.workOff();
      assertThat(why(at.last(here, Technology.IMAGE, Act.MAKE))).isEqualTo("DONE");
      assertThat(why(at.last(there, Technology.IMAGE, Act.MAKE))).isEqualTo("FAILED unreachable");
      assertThat(why(at.workOff(there, Technology.IMAGE, Act.VERIFY)))
          .as("and not damaged")
          .isEqualTo("UNCHECKED unreachable");
      assertThat(why(at.workOff(there, Technology.CLASSIC, Act.MAKE)))
          .isEqualTo("FAILED unreachable");
      assertThat(why(at.workOff(here, Technology.CLASSIC, Act.MAKE))).isEqualTo("DONE");
      part = at.switchLog();
      await().atMost(PATIENCE).until(() -> archived(files(here), part).isPresent());
      assertThat(archived(files(there), part)).isEmpty();
    } finally {
      sftp = sftp.again();
    }
    String next = at.switchLog();
    await().atMost(PATIENCE).until(() -> archived(files(there), next).isPresent());
    assertThat(archived(files(there), part)).as("nothing is left out").isPresent();
  }

  @Test
  void destinationThatTheLogLeftOutGetsAWholeBackupThoughARestartForgotThat() throws Exception {
    sftp.close();
    try {
      at.workOff();
      assertThat(leftOut(there)).isTrue();
      assertThat(leftOut(here)).isFalse();
    } finally {
      sftp = sftp.again();
    }
    at.later(Duration.ofMinutes(6));
    at.workOff();
    assertThat(leftOut(there)).as("a whole one was made").isFalse();

    at.repository.leaveOut(there.id(), at.now);
    at.restart();
    at.later(Duration.ofMinutes(2));
    at.workOff();
    BackupRun again = at.last(there, Technology.CLASSIC, Act.MAKE);
    assertThat(why(again)).isEqualTo("DONE");
    assertThat(again.whole()).isTrue();
    assertThat(leftOut(there)).isFalse();
    assertThat(at.last(here, Technology.CLASSIC, Act.MAKE).id()).isLessThan(again.id() - 1);
  }

  private static boolean leftOut(Destination destination) {
    return at.repository.destinations().stream()
        .filter(each -> each.destination().id().equals(destination.id()))
        .anyMatch(each -> each.leftOut() != null);
  }

  @Test
  void otherHostKeyIsRefused() throws Exception {
    at.remove(here);
    sftp = sftp.impostor();
    for (Technology technology : Technology.values()) {
      assertThat(why(at.workOff(there, technology, Act.MAKE))).isEqualTo("FAILED host-key");
    }
    try (Stream<Path> all = Files.list(files(there))) {
      assertThat(all).isEmpty();
    }
  }

  @Test
  void stopWaitsForNoDestination() throws Exception {
    at.remove(here);
    at.remove(there);
    try (ServerSocket silent = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      Destination away =
          at.add(
              "sftp://b@127.0.0.1:%d/x".formatted(silent.getLocalPort()), "DE", there.hostKeys());
      CompletableFuture<Void> looking = look();
      try (Socket _ = silent.accept()) {
        at.work.end();
        looking.join();
      } finally {
        at.remove(away);
      }
      assertThat(at.runs.latest(at.now))
          .as("nothing was begun")
          .noneMatch(run -> run.cell().destination().equals(away.id()));
    }
  }
}

package eu.rempart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What root prepares for the account that runs Rempart. Whom files belong to is asked of root
 * alone: another account can give nothing away, and is told so by the system.
 */
class AccountTest {

  /** An account that every Linux has and that owns nothing. */
  private static final String NOBODY = "account=nobody\n";

  private final boolean root = "root".equals(System.getProperty("user.name"));

  @TempDir private Path folder = Path.of("");

  @Test
  void newHomeIsTheAccountsAlone() throws IOException {
    Path home = folder.resolve("new");

    Outcome outcome = script("root_helper home '%s'".formatted(home));

    assertGiven(outcome, home);
    assertThat(Files.getPosixFilePermissions(home))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void formerHomeChangesHandsAndLinksLeadNowhere() throws IOException {
    Path home = Files.createDirectories(folder.resolve("former"));
    Files.createDirectory(home.resolve("keys"));
    Files.createFile(home.resolve("lock"));
    Path elsewhere = Files.createFile(folder.resolve("elsewhere"));
    Files.createSymbolicLink(home.resolve("link"), elsewhere);

    Outcome outcome = script("root_helper home '%s'".formatted(home));

    assertGiven(outcome, home.resolve("keys"));
    assertThat(Files.getOwner(elsewhere).getName()).isEqualTo(System.getProperty("user.name"));
  }

  @Test
  void folderOfSomethingElseIsLeftAlone() throws IOException {
    Path etc = Files.createDirectories(folder.resolve("etc"));
    Files.createFile(etc.resolve("passwd"));

    Outcome outcome = script("root_helper home '%s'".formatted(etc));

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.complaints()).contains("is no home folder of Rempart", "--home");
    assertThat(Files.getOwner(etc).getName()).isEqualTo(System.getProperty("user.name"));
  }

  @Test
  void homeThatIsStillRunChangesNoHands() throws Exception {
    Path home = Files.createDirectories(folder.resolve("rempart-run"));
    Files.createDirectory(home.resolve("keys"));
    Files.createFile(home.resolve("lock"));
    Files.createDirectory(home.resolve("run"));
    Process running = new ProcessBuilder("bash", "-c", "exec -a rempart sleep 600").start();
    try {
      Files.writeString(home.resolve("run/info.properties"), "pid=" + running.pid() + "\n");

      Outcome outcome = script("root_helper home '%s'".formatted(home));

      assertThat(outcome.exitCode()).isEqualTo(1);
      assertThat(outcome.complaints()).contains("Stop it first");
      assertThat(Files.getOwner(home).getName()).isEqualTo(System.getProperty("user.name"));
    } finally {
      running.destroy();
    }
  }

  @Test
  void noHomeLiesAmongCopiesOfTheProgram() {
    Outcome outcome =
        script("account_folder='%1$s'\ntake_home '%1$s/data'".formatted(folder.resolve("account")));

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.complaints()).contains("--home");
  }

  @Test
  void fileOfASettingThatTheAccountCannotReadIsNamed() throws IOException {
    Path key = Files.createFile(folder.resolve("key.pem"));
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));

    Outcome outcome = script("REMPART_TLS_KEY='%s' own_files nobody".formatted(key));

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.complaints()).contains(key.toString(), "REMPART_TLS_KEY");
  }

  @Test
  void helperKnowsItsListAndNothingElse() {
    Outcome outcome = script("root_helper 'home; id' /tmp");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.complaints()).contains("does not know 'home; id'");
  }

  @Test
  void olderCopiesOfTheProgramGoAndThoseThatMayRunStay() throws IOException {
    Path copies = programs("account/app", "app-1", "app-2", "app-3", "app-4");
    Process running = started(copies.resolve("app-1/rempart.jar"));
    try {
      script("account_folder='%s'\nforget_old_copies app-4".formatted(folder.resolve("account")));
    } finally {
      running.destroy();
    }

    assertThat(copies.resolve("app-1")).as("it runs").exists();
    assertThat(copies.resolve("app-2")).doesNotExist();
    assertThat(copies.resolve("app-3")).exists();
    assertThat(copies.resolve("app-4")).exists();
  }

  @Test
  void buildThatRunsStaysHoweverOldItIs() throws IOException {
    Path builds = programs("src/target", "app-A", "app-B", "app-C", "app-D");
    String forget = "cd '%s'\nforget_old_builds".formatted(folder);
    Process running = started(builds.resolve("app-A/rempart.jar"));
    try {
      assertThat(script(forget).exitCode()).isZero();
      assertThat(builds.resolve("app-A")).as("it runs").exists();
      assertThat(builds.resolve("app-B")).doesNotExist();
      assertThat(builds.resolve("app-C")).exists();
      assertThat(builds.resolve("app-D")).exists();
    } finally {
      running.destroyForcibly();
    }
    running.onExit().join();

    assertThat(script(forget).exitCode()).isZero();
    assertThat(builds.resolve("app-A")).doesNotExist();
  }

  /** Programs below a folder, each a day younger than the one before, the last of today. */
  private Path programs(String below, String... names) throws IOException {
    Path programs = folder.resolve(below);
    int days = names.length;
    for (String name : names) {
      Path program = Files.createDirectories(programs.resolve(name));
      Files.createFile(program.resolve("rempart.jar"));
      Instant age = Instant.now().minus(Duration.ofDays(--days));
      Files.setLastModifiedTime(program, FileTime.from(age));
    }
    return programs;
  }

  /** A process whose command has this file. */
  private static Process started(Path program) throws IOException {
    return new ProcessBuilder("tail", "-f", program.toString()).start();
  }

  private void assertGiven(Outcome outcome, Path file) throws IOException {
    if (root) {
      assertThat(outcome.exitCode()).isZero();
      assertThat(Files.getOwner(file).getName()).isEqualTo("nobody");
    } else {
      assertThat(outcome.complaints()).contains("chown");
    }
  }

  private static Outcome script(String lines) {
    return new Shell().script(NOBODY + lines);
  }
}

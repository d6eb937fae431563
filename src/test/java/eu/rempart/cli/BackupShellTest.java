package eu.rempart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the shell does for backups before and after the application's own command. */
class BackupShellTest {

  private static final String USER = System.getProperty("user.name");

  /** Another account can give nothing away, and is told so by the system. */
  private final boolean root = "root".equals(USER);

  @TempDir(factory = Reachable.class)
  private Path folder;

  /** The folder of a run of all tests is its account's alone, and no other account gets through. */
  private static final class Reachable implements TempDirFactory {

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test)
        throws IOException {
      return Files.createTempDirectory(Path.of("/tmp"), "rempart-test");
    }
  }

  private static Outcome script(String lines) {
    return new Shell().script(lines);
  }

  @ParameterizedTest
  @CsvSource({
    "/mnt/disk --country FR, /mnt/disk",
    "--country FR /mnt/disk, /mnt/disk",
    "--host-key /not/this sftp://a@b/c --later, sftp://a@b/c",
    "--country, ''",
  })
  void addressIsNoValueOfAnOption(String words, String address) {
    assertThat(script("address_of " + words).output().strip()).isEqualTo(address);
  }

  @Test
  void processThatIsNoneOfThisHomeIsLeftAlone() {
    Outcome outcome =
        script("if runs_in '%s' $$; then echo it; else echo another; fi".formatted(folder));
    assertThat(outcome.output().strip()).as(outcome.toString()).isEqualTo("another");
  }

  @ParameterizedTest
  @CsvSource({
    "0, rm -f, started java -jar /new/rempart.jar, The new version runs",
    "1, rm -f, started tail -f old/rempart.jar, The former version runs again",
    "1, touch -d yesterday, started tail -f old/rempart.jar, The former version runs again",
    "1, touch, '', may be between two versions",
    "137, touch, '', may be between two versions",
  })
  void nothingStartsOnADatabaseBetweenTwoVersions(
      int exit, String note, String started, String sentence) throws IOException {
    for (String each : new String[] {"backup", "run", "old"}) {
      Files.createDirectories(folder.resolve(each));
    }
    Files.createFile(folder.resolve("old/rempart.jar"));
    Outcome outcome =
        script(
            """
            JAVA_HOME=/none
            cd '%1$s'
            need_value() { :; }
            need_backup_programs() { :; }
            prepare_home() { :; }
            runs_in() { :; }
            as_former() { next=(java -jar /new/rempart.jar); }
            start_again() { shift 2; echo "started $*"; }
            backup_exec() { %2$s backup/upgrade-begun; exit %3$d; }
            tail -f old/rempart.jar &
            echo "pid=$!" >run/info.properties
            upgrade --home '%1$s'
            """
                .formatted(folder, note, exit));
    assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(exit);
    assertThat(outcome.output().strip()).isEqualTo(started);
    assertThat(outcome.complaints()).contains("It is stopped for the upgrade", sentence);
  }

  @Test
  void emptyFolderOfRootIsHandedOver() throws IOException {
    Path disk = Files.createDirectories(folder.resolve("mnt/disk"));
    Outcome outcome = give(disk.toString());
    assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(root ? 0 : 1);
    assertThat(owner(disk)).startsWith(root ? "nobody 700" : USER);
    Path fresh = folder.resolve("mnt/new");
    assertThat(give(fresh + "/").exitCode()).isEqualTo(root ? 0 : 1);
    assertThat(owner(fresh)).startsWith(root ? "nobody 700" : "");
  }

  @Test
  void rootFollowsNoLink() throws IOException {
    Path precious = Files.createDirectories(folder.resolve("precious"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), precious);
    for (String each : new String[] {link.toString(), link + "/", link + "/below"}) {
      Outcome outcome = give(each);
      assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(1);
      assertThat(outcome.complaints()).contains("leads through a link");
    }
    assertThat(owner(precious)).startsWith(USER);
    assertThat(precious).isEmptyDirectory();
  }

  @Test
  void nothingBelowAFolderOfTheAccountChangesHands() throws IOException {
    Path theirs = Files.createDirectories(folder.resolve("theirs/inside"));
    script("chown nobody '%s'".formatted(folder.resolve("theirs")));
    assertThat(give(theirs.toString()).exitCode()).as("it can't write there").isEqualTo(1);
    assertThat(owner(theirs)).startsWith(USER);
  }

  private static String owner(Path where) {
    return script("stat -c '%%U %%a' '%s'".formatted(where)).output();
  }

  /** The test's own folder is above all of them, and is root's here. */
  private Outcome give(String where) {
    return script("chmod 755 '%s'\nroot_helper destination nobody '%s'".formatted(folder, where));
  }
}

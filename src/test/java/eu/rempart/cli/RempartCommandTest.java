package eu.rempart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RempartCommandTest {

  private static final String REMPART = Shell.repository().resolve("rempart").toString();

  private final Shell shell = new Shell();

  @TempDir private Path folder = Path.of("");

  @Test
  void helpNamesEveryCommand() {
    Outcome help = shell.run(REMPART, "help");

    assertThat(help.exitCode()).isZero();
    assertThat(help.output())
        .contains(
            "run", "info", "ca", "edge", "site", "witness", "probe", "test", "bench", "build",
            "doctor");
  }

  @Test
  void noCommandAtAllShowsTheHelp() {
    assertThat(shell.run(REMPART)).isEqualTo(shell.run(REMPART, "help"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "start            | 'start' is not a command of Rempart.",
        "run --colour     | run does not know '--colour'.",
        "run --home       | --home needs a value.",
        "run --port ssl   | --port needs a number from 0 to 65535, not 'ssl'.",
        "run --port 65536 | --port needs a number from 0 to 65535, not '65536'.",
        "info here        | info does not know 'here'.",
        "test --slow      | test does not know '--slow'.",
        "build --slow     | build does not know '--slow'.",
        "doctor --slow    | doctor takes no option.",
        "ca               | ca needs one of: show, issue, renew, revoke, export.",
        "ca trust         | ca needs one of: show, issue, renew, revoke, export.",
        "ca show --home   | --home needs a value.",
        "edge             | edge needs --config FILE",
        "site dance       | site needs one of: init, join,",
        "witness          | witness needs one of: join, status,",
        "site join        | site join needs the file",
        "site stop --home | --home needs a value.",
        "probe            | probe needs --zone and --server",
        "bench            | bench needs the name of a benchmark, for example: ./rempart bench"
            + " search"
      })
  void aWrongCallIsRefusedWithASentence(String call, String sentence) {
    Outcome outcome = shell.run("bash", "-c", "'%s' %s".formatted(REMPART, call));

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.output()).isEmpty();
    assertThat(outcome.complaints()).startsWith(sentence).contains("./rempart help");
  }

  @Test
  void infoSaysThatAFolderIsNoHome() {
    Outcome outcome = shell.run(REMPART, "info", "--home", folder.resolve("absent").toString());

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.complaints()).contains("There is no home folder", "absent");
  }

  @Test
  void caSaysThatAFolderIsNoHome() {
    Outcome outcome = shell.run(REMPART, "ca", "show", "--home", folder.resolve("no").toString());

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.complaints()).contains("There is no home folder", "when it first starts");
  }

  @Test
  void infoPrintsWhatTheRunningApplicationWrote() throws IOException {
    Process application = shell.prepare(List.of("bash", "-c", "exec -a rempart sleep 100")).start();
    try {
      writeInfo(
          """
          #Tue Nov 24 2026
          url=https\\://localhost\\:8443
          jdbc_url=jdbc:postgresql://127.0.0.1:40000/rempart?a=b
          pid=%d
          """
              .formatted(application.pid()));

      Outcome outcome = shell.in(folder).run(REMPART, "info", "--home", "home");

      assertThat(outcome.exitCode()).isZero();
      assertThat(outcome.output().lines())
          .containsExactly(
              "url=https://localhost:8443",
              "jdbc_url=jdbc:postgresql://127.0.0.1:40000/rempart?a=b",
              "pid=" + application.pid());
    } finally {
      application.destroy();
    }
  }

  @Test
  void infoSaysThatTheApplicationIsGoneAndStillPrintsWhatItKnows() throws IOException {
    long nobody = 4_194_305; // above Linux' greatest process number
    writeInfo("url=https://localhost:8443\npid=%d\n".formatted(nobody));

    Outcome outcome = shell.in(folder).run(REMPART, "info", "--home", "home");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.output()).contains("url=https://localhost:8443");
    assertThat(outcome.complaints()).startsWith("Nothing runs in ");
  }

  @Test
  void doctorNamesEveryToolAndSaysInItsExitCodeWhetherOneIsMissing() {
    Outcome outcome = shell.run(REMPART, "doctor");

    assertThat(outcome.output())
        .contains(
            "JDK 25",
            "Maven",
            "Node.js",
            "Chromium",
            "PostgreSQL 17",
            "OpenSSL",
            "SoftHSM",
            "pg_dump",
            "pg_basebackup",
            "pg_amcheck",
            "pg_rewind",
            "patroni",
            "etcdctl",
            "pgbackrest",
            "restic",
            "Memory",
            "Disk",
            "Clock",
            "Port 8443",
            "Mail");
    assertThat(outcome.exitCode())
        .isEqualTo(
            outcome.output().contains("  missing  ") || outcome.output().contains("  wrong  ")
                ? 1
                : 0);
  }

  private void writeInfo(String text) throws IOException {
    Path run = Files.createDirectories(folder.resolve("home/run"));
    Files.writeString(run.resolve("info.properties"), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"site --help", "site init -h", "site help", "witness --help"})
  void questionForHelpIsNoMistake(String words) {
    String[] call = (REMPART + " " + words).split(" ", -1);
    Outcome outcome = shell.run(call);
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.complaints()).isEmpty();
    assertThat(outcome.output())
        .startsWith("Usage: ./rempart " + call[1] + "\n")
        .contains("  " + call[1] + " WORD [--home DIR]")
        .doesNotContain("  run [--home DIR] [--port N]", "Environment:")
        .doesNotContain("  " + (call[1].equals("site") ? "witness" : "site") + " WORD");
  }
}

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

/** How the command finds a JDK and decides whether to build, on folders made up for the purpose. */
class ToolsTest {

  private static final String NO_APT = "can_apt() { return 1; }\n";

  private static final List<String> POSTGRESQL =
      List.of("initdb", "pg_amcheck", "pg_basebackup", "pg_ctl", "pg_dump", "postgres", "psql");

  private final Shell shell = new Shell();

  @TempDir private Path folder = Path.of("");

  @Test
  void javaHomeIsTakenWhenItIsARightJdk() throws IOException {
    Path right = jdk("right", "25.0.3");

    Outcome outcome = shell.with("JAVA_HOME", right.toString()).script("find_jdk");

    assertThat(outcome.output().strip()).isEqualTo(right.toString());
  }

  @Test
  void aJavaHomeAt17IsPassedOverForAnother() throws IOException {
    Path old = jdk("old", "17.0.21");
    Path right = jdk("right", "25");

    Outcome outcome = shell.script(places(old, right) + "find_jdk");

    assertThat(outcome.output().strip()).isEqualTo(right.toString());
  }

  @Test
  void aRuntimeWithoutACompilerIsNoJdk() throws IOException {
    Path runtime = jdk("runtime", "25.0.3");
    Files.delete(runtime.resolve("bin/javac"));

    assertThat(shell.script(places(runtime) + "find_jdk").exitCode()).isEqualTo(1);
  }

  @Test
  void withoutAJdkAndWithoutAptItSaysWhatToInstall() throws IOException {
    Path old = jdk("old", "17.0.21");

    Outcome outcome =
        shell.with("JAVA_HOME", old.toString()).script(NO_APT + places(old) + "need_jdk");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.complaints())
        .contains("There is no JDK 25", old.toString(), "apt-get install openjdk-25-jdk-headless");
  }

  @Test
  void postgresqlOfAnotherMajorIsPassedOver() throws IOException {
    Path newer = postgresql("18.6");
    Path older = postgresql("15.20");
    Path right = postgresql("17.12");

    Outcome outcome =
        shell.script(echoing("postgresql_places", newer, older, right) + "find_postgresql");

    assertThat(outcome.output().strip()).isEqualTo(right.toString());
  }

  @Test
  void postgresqlWithoutServerIsNotEnoughForTests() throws IOException {
    Path client = postgresql("17.12");
    Files.delete(client.resolve("postgres"));

    Outcome outcome = shell.script(echoing("postgresql_places", client) + "find_postgresql");

    assertThat(outcome.exitCode()).isEqualTo(1);
  }

  @Test
  void withoutPostgresqlAndWithoutAptItSaysWhatToInstall() throws IOException {
    Outcome outcome =
        shell.script(
            NO_APT + echoing("postgresql_places", postgresql("15.20")) + "need_postgresql");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.complaints())
        .contains("no programs of PostgreSQL 17", "apt-get install postgresql-17");
  }

  @Test
  void installingPostgresqlMakesNoServerOfDebian() {
    Outcome outcome =
        shell.script(
            """
            createcluster=%s/createcluster.d
            apt_install() { echo "installs $1 with $(cat "$createcluster"/*)"; return 3; }
            apt_install_postgresql || echo "failed $?"
            ls "$createcluster"
            """
                .formatted(folder));

    assertThat(outcome.output().lines())
        .containsExactly("installs postgresql-17 with create_main_cluster = false", "failed 3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"apt_install_postgresql", "apt_install_engines", "apt_install_quietly x"})
  void endedInstallationLeavesNothingToDebian(String installing) {
    Outcome outcome =
        shell.script(
            """
            createcluster=%1$s/createcluster.d
            policy=%1$s/createcluster.d/policy-rc.d
            mkdir "$createcluster"
            apt_install() { ls "$createcluster" | wc -l; kill -TERM "$BASHPID"; }
            %2$s || echo "ended $?"
            ls "$createcluster"
            """
                .formatted(folder, installing));

    assertThat(outcome.output().lines()).containsExactly("1", "ended 143");
  }

  @Test
  void policyOfSomebodyElseStays() {
    Outcome outcome =
        shell.script(
            """
            policy=%1$s/policy-rc.d
            echo theirs >"$policy"
            apt_install() { echo "installs $1"; }
            apt_install_engines
            cat "$policy"
            """
                .formatted(folder));

    assertThat(outcome.output().lines()).containsExactly("installs etcd-server", "theirs");
  }

  @Test
  void usageNamesEveryPartOfTheLongProfile() {
    List<String> parts =
        shell.script("printf '%s\\n' \"${long_parts[@]}\"").output().lines().toList();
    String usage = shell.run(Shell.repository().resolve("rempart").toString(), "help").output();

    assertThat(parts).isNotEmpty();
    assertThat(usage).contains("mail " + String.join(" ", parts.subList(1, parts.size())));
  }

  @Test
  void installingEnginesStartsNoService() {
    Outcome outcome =
        shell.script(
            """
            policy=%1$s/policy-rc.d
            apt_install() { echo "installs $*"; "$policy"; echo "may start: $?"; return 3; }
            apt_install_engines || echo "failed $?"
            ls %1$s | grep -c policy
            """
                .formatted(folder));

    assertThat(outcome.output().lines())
        .containsExactly(
            "installs etcd-server patroni python3-etcd pgbackrest",
            "may start: 101",
            "failed 3",
            "0");
  }

  @Test
  void installingBackupsStartsNoService() {
    Outcome outcome =
        shell.script(
            """
            policy=%1$s/policy-rc.d
            sshd=%1$s/sshd
            can_apt() { :; }
            apt_install() { echo "installs $*"; "$policy" || echo "may start: $?"; touch "$sshd"; chmod +x "$sshd"; }
            find_backup_programs() { [ -e "$sshd" ]; }
            need_backup_test_programs
            need_backup_test_programs
            ls %1$s
            """
                .formatted(folder));

    assertThat(outcome.output().lines())
        .containsExactly(
            "installs pgbackrest restic openssh-client openssh-server", "may start: 101", "sshd");
  }

  @ParameterizedTest
  @CsvSource({"need_backup_programs, 0", "need_backup_test_programs, 1"})
  void serverForFilesIsForTestsAlone(String need, int exitCode) {
    Outcome outcome =
        shell.script(
            NO_APT + "sshd=%s/none\nfind_backup_programs() { :; }\n%s".formatted(folder, need));

    assertThat(outcome.exitCode()).isEqualTo(exitCode);
  }

  @Test
  void withoutBackupProgramsAndWithoutAptItSaysWhatToInstall() {
    Outcome outcome =
        shell.script(NO_APT + "find_backup_programs() { return 1; }\nneed_backup_programs");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.complaints()).contains("apt-get install pgbackrest restic openssh-client");
  }

  @Test
  void doctorFailsAndSaysThatJavaHomeIsPassedOver() throws IOException {
    Path old = jdk("old", "17.0.21");

    Outcome outcome =
        shell.with("JAVA_HOME", old.toString()).script(NO_APT + places(old) + "doctor");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.output())
        .containsPattern("missing +JDK 25")
        .contains(old + " is not a JDK 25")
        .contains("Install it as said above.");
  }

  @Test
  void theDigestFollowsSourcesAndNothingElse() throws IOException {
    source("pom.xml");
    source("src/main/java/A.java");
    for (String module : new String[] {"frontend", "tls", "jooq-codegen"}) {
      source(module + "/file");
    }
    source("src/pom.xml");
    String before = digest();

    source("src/test/java/ATest.java");
    source("tls/target/classes/A.class");
    source("frontend/generated/index.ts");
    assertThat(digest()).as("tests and what builds write").isEqualTo(before);

    source("src/main/resources/db/migration/V0002__more.sql");
    assertThat(digest()).as("a new migration").isNotEqualTo(before);
  }

  @Test
  void aFailureShowsTheEndOfTheLogAndKeepsItsExitCode() {
    Outcome outcome = shell.script("logged %s/x.log sh -c 'echo reason; exit 7'".formatted(folder));

    assertThat(outcome.exitCode()).isEqualTo(7);
    assertThat(outcome.complaints()).contains("reason", folder + "/x.log");
  }

  private String digest() {
    Outcome outcome = shell.script("root=%s\nsources_digest".formatted(folder));
    assertThat(outcome.complaints()).isEmpty();
    return outcome.output();
  }

  private void source(String path) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, path);
  }

  private Path postgresql(String version) throws IOException {
    Path programs = Files.createDirectories(folder.resolve("postgresql-" + version));
    for (String program : POSTGRESQL) {
      String says = "#!/bin/sh\necho '%s (PostgreSQL) %s'\n".formatted(program, version);
      Path file = Files.writeString(programs.resolve(program), says);
      assertThat(file.toFile().setExecutable(true)).isTrue();
    }
    return programs;
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = folder.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    for (String tool : new String[] {"java", "javac"}) {
      Path file = Files.writeString(home.resolve("bin").resolve(tool), "#!/bin/sh\n");
      assertThat(file.toFile().setExecutable(true)).isTrue();
    }
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  /** Makes the script look for JDKs in these folders only. */
  private static String places(Path... jdks) {
    return echoing("jdk_places", jdks);
  }

  private static String echoing(String function, Path... folders) {
    StringBuilder body = new StringBuilder(function).append("() {\n");
    for (Path folder : folders) {
      body.append("echo '").append(folder).append("'\n");
    }
    return body.append("}\n").toString();
  }
}

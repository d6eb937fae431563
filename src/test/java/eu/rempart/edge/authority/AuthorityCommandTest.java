package eu.rempart.edge.authority;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.common.command.CommandTexts;
import eu.rempart.tls.AuthorityRefusedException.Reason;
import eu.rempart.tls.CertificateStatus;
import eu.rempart.tls.ServerTls;
import eu.rempart.tls.TlsSettings;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./rempart ca} as it is called, on a home in which the product has started once. */
class AuthorityCommandTest {
  @TempDir private static Path home = Path.of("");
  @TempDir private Path out = Path.of("");

  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();

  @BeforeAll
  static void start() {
    ServerTls.open(TlsSettings.in(home).withHostNames(List.of("crm.example.org")));
  }

  private int callIn(String language, String... words) {
    output.reset();
    complaints.reset();
    List<String> arguments = new ArrayList<>(List.of("--home", home.toString()));
    arguments.addAll(List.of(words));
    return new AuthorityCommand(Map.of("LANG", language), stream(output), stream(complaints))
        .run(arguments.toArray(String[]::new));
  }

  private void call(String... words) {
    assertThat(callIn("C", words)).as(complaints()).isZero();
    assertThat(complaints()).isEmpty();
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private String output() {
    return output.toString(StandardCharsets.UTF_8);
  }

  private String complaints() {
    return complaints.toString(StandardCharsets.UTF_8);
  }

  private static CertificateStatus onDisk() {
    return CertificateStatus.readFrom(home).orElseThrow();
  }

  /** The issued serial number, which stands second in the first line. */
  private String issue(String... words) {
    List<String> call = new ArrayList<>(List.of("issue", "--out", out.toString()));
    call.addAll(List.of(words));
    call(call.toArray(String[]::new));
    return output().split(" ")[1];
  }

  @Test
  void showTellsAllThatAnOperatorWantsToKnow() {
    call("show");

    var authority = onDisk().authority().orElseThrow();
    assertThat(output())
        .contains("Certificate authority\n")
        .contains("  subject      " + authority.subject() + "\n")
        .contains("  key          RSA 4096\n")
        .contains("  age          0 days\n")
        .containsPattern("  valid until  20\\d\\d-\\d\\d-\\d\\d \\(3,649 days left\\)\n")
        .contains("  state        valid\n")
        .contains("  SHA-256      " + authority.sha256() + "\n")
        .contains("Certificate of this server\n")
        .containsPattern("  names        crm.example.org, localhost, .*127.0.0.1\n");
  }

  @Test
  void showSaysWhatTheAuthorityMayIssueFor() {
    call("show");

    assertThat(output())
        .containsPattern("It may issue for these names .*: crm\\.example\\.org, localhost, ");
  }

  @Test
  void issueForNameOutsideSaysWhatToDo() {
    assertThat(callIn("C", "issue", "--name", "bank.example", "--out", out.toString()))
        .isEqualTo(1);
    assertThat(complaints())
        .startsWith("The authority may not issue for: bank.example.")
        .contains("./rempart ca renew --authority --new-key --name NAME")
        .endsWith("(ca-name-not-permitted)\n");
    assertThat(out).isEmptyDirectory();
  }

  @Test
  void showSpeaksFrenchWhereTheShellDoes() {
    assertThat(callIn("fr_FR.UTF-8", "show")).isZero();

    assertThat(output())
        .contains("Autorité de certification\n")
        .containsPattern("  âge +0 jour\n")
        .contains("jours restants)")
        .doesNotContain("days");
  }

  @Test
  void showSaysWhereTheOperatorsOwnCertificateIsInUse() throws Exception {
    Path info = Files.createDirectories(home.resolve("run")).resolve("info.properties");
    Files.writeString(info, "url=https://localhost:8443\n");
    call("show");
    assertThat(output()).startsWith("Rempart uses a certificate of your own");

    Files.writeString(info, "url=https://localhost:8443\nca_certificate=/data/tls/ca.pem\n");
    call("show");
    assertThat(output()).startsWith("Certificate authority\n");
  }

  @Test
  void issueWritesCertificateAndKeyAndNeverOverwrites() throws Exception {
    issue("--name", "edge-1", "--client");

    Path key = out.resolve("edge-1.key.pem");
    assertThat(output())
        .startsWith("Certificate ")
        .contains(" for a client, valid until ", key + "");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    byte[] written = Files.readAllBytes(key);

    assertThat(callIn("C", "issue", "--name", "edge-1", "--out", out.toString())).isEqualTo(1);
    assertThat(complaints())
        .contains("edge-1.pem exists already; nothing is overwritten", "(ca-file-exists)");
    assertThat(key).hasBinaryContent(written);
  }

  @Test
  void revokeIsSeenInTheList() {
    String serial = issue("--name", "stolen.crm.example.org");

    call("revoke", serial, "--reason", "stolen");

    assertThat(output()).startsWith("Revoked: CN=stolen.crm.example.org, serial number " + serial);
    call("show");
    assertThat(output())
        .containsPattern("(?s)stolen\\.crm\\.example\\.org.*?state {8}REVOKED on 20");
    assertThat(callIn("fr", "revoke", serial)).isEqualTo(1);
    assertThat(complaints())
        .isEqualTo("Le certificat " + serial + " est déjà révoqué. (ca-revoked-already)\n");
  }

  @Test
  void renewReplacesTheServersCertificateOnly() {
    CertificateStatus before = onDisk();

    call("renew");

    assertThat(onDisk().server().serial()).isNotEqualTo(before.server().serial());
    assertThat(onDisk().authority()).isEqualTo(before.authority());
    assertThat(output()).contains(onDisk().server().serial(), "People have nothing to do");
  }

  @Test
  void renewingTheAuthoritySaysUntilWhenTheFormerOneIsGood() {
    CertificateStatus before = onDisk();

    call("renew", "--authority");

    var former = before.authority().orElseThrow();
    assertThat(onDisk().authority().orElseThrow().sha256()).isNotEqualTo(former.sha256());
    assertThat(onDisk().authority().orElseThrow().subject()).isEqualTo(former.subject());
    assertThat(output()).contains("work until " + CommandTexts.day(former.validUntil()));
  }

  @Test
  void anotherAuthorityIsPreparedGivenToPeopleAndThenTakesOver() {
    issue("--name", "edge-7", "--client");
    issue("--name", "b.crm.example.org");
    var former = onDisk().authority();

    call("renew", "--authority", "--new-key", "--name", "new.example.org");
    assertThat(output()).contains("--switch", "b.crm.example.org").doesNotContain("edge-7");
    assertThat(onDisk().authority()).isEqualTo(former);
    call("export", "--next", "--out", out.toString());
    assertThat(out.resolve("rempart-authority-next.pem")).exists();
    call("renew", "--authority", "--switch");

    assertThat(onDisk().authority()).isNotEqualTo(former);
    assertThat(output())
        .contains("has taken over", "Issue these certificates again", "b.crm.example.org");
  }

  @ParameterizedTest
  @CsvSource({
    "browser, rempart-authority.pem, Firefox",
    "iphone, rempart-authority.mobileconfig, Certificate Trust Settings",
    "android, rempart-authority.crt, CA certificate",
    "windows, rempart-authority.crt, Trusted Root Certification Authorities"
  })
  void exportWritesAFileForADeviceAndSaysWhatToDoThere(String device, String name, String words) {
    call("export", "--for", device, "--out", out.toString());

    assertThat(out.resolve(name)).isNotEmptyFile();
    assertThat(output())
        .startsWith(out.resolve(name) + "\n")
        .contains(words)
        .endsWith("  " + onDisk().authority().orElseThrow().sha256() + "\n");
    call("export", "--for", device, "--out", out.toString());
  }

  @Test
  void exportOverwritesNothingElse() throws Exception {
    Path file = Files.writeString(out.resolve("rempart-authority.pem"), "mine");

    assertThat(callIn("C", "export", "--out", out.toString())).isEqualTo(2);
    assertThat(file).hasContent("mine");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "trust                            | ca needs one of: show, issue, renew, revoke, export.",
        "show --all                       | ca show does not know: --all.",
        "show me                          | ca show does not know: me.",
        "issue                            | issue needs at least one --name",
        "issue --name                     | --name needs a value.",
        "issue --name --client            | --name needs a value.",
        "renew --new-key                  | --new-key and --switch go with --authority",
        "renew --authority --name a       | --new-key and --switch go with --authority",
        "renew --authority --new-key --switch | --new-key and --switch go with --authority",
        "revoke                           | revoke needs a serial number",
        "revoke 01 --reason lost          | --reason is stolen, replaced or retired, not “lost”.",
        "export --for fridge              | --for is browser, iphone, android or windows"
      })
  void aWrongCallIsRefusedWithASentence(String call, String sentence) {
    assertThat(callIn("C", call.strip().split(" "))).isEqualTo(2);
    assertThat(output()).isEmpty();
    assertThat(complaints()).startsWith(sentence).endsWith("./rempart help lists what there is.\n");
  }

  @Test
  void aHomeWithoutAnAuthorityIsExplained() {
    int code =
        new AuthorityCommand(Map.of(), stream(output), stream(complaints))
            .run("--home", out.toString(), "show");

    assertThat(code).isEqualTo(1);
    assertThat(complaints())
        .startsWith("There is no certificate authority yet")
        .contains(out.resolve("tls/ca.pem").toString())
        .endsWith("(ca-no-authority)\n");
  }

  @Test
  void aFolderThatCannotBeWrittenIsExplained() {
    Path file = home.resolve("tls/ca.pem");

    assertThat(callIn("C", "issue", "--name", "edge-9", "--out", file.toString())).isEqualTo(1);
    assertThat(complaints()).contains("no folder “" + file).endsWith("(ca-folder-unusable)\n");

    assertThat(callIn("C", "export", "--out", file.toString())).isEqualTo(1);
    assertThat(complaints())
        .contains("no folder “" + file)
        .endsWith("(ca-folder-unusable)\n")
        .doesNotContain("Exception");
  }

  @Test
  void exportMakesAFolderThatIsMissing() {
    Path missing = out.resolve("not/there/yet");
    assertThat(callIn("C", "export", "--out", missing.toString())).isZero();
    assertThat(missing.resolve("rempart-authority.pem")).isNotEmptyFile();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "_fr"})
  void everyReasonForARefusalHasASentence(String language) throws Exception {
    Properties texts = new Properties();
    String bundle = "/i18n/authority" + language + ".properties";
    try (var in = Objects.requireNonNull(getClass().getResourceAsStream(bundle))) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    for (Reason reason : Reason.values()) {
      assertThat(texts).containsKey("authority.refused." + reason.code());
    }
  }
}

package eu.rempart.tls;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.tls.TlsFolder.Name;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every state that a crash, another process or a disk can leave opens again. */
class CrashTest {
  private static final List<Name> AS_WRITTEN =
      List.of(
          Name.CA_KEY,
          Name.CA_CERTIFICATE,
          Name.NAMES,
          Name.SERVER_KEY,
          Name.SERVER_CERTIFICATE,
          Name.CRL);

  @TempDir private Path home;
  @TempDir private Path whole;

  @BeforeEach
  void makeAWholeFolder() {
    open(whole);
  }

  private static CertificateStatus open(Path home) {
    return ServerTls.open(TlsSettings.in(home), TestKeys.inTurn(), () -> "vm").status();
  }

  /** As {@link #open}, with keys that no whole folder has. */
  private static CertificateStatus openWithOtherKeys(Path home) {
    return ServerTls.open(TlsSettings.in(home), () -> TestKeys.key(3), () -> "vm").status();
  }

  private static Path file(Path home, Name name) {
    return new TlsFolder(home).path(name);
  }

  private void copy(Name name) throws IOException {
    Files.createDirectories(home.resolve("tls"));
    Files.createDirectories(home.resolve("keys"));
    Files.copy(
        whole.resolve("keys/authority"),
        home.resolve("keys/authority"),
        StandardCopyOption.REPLACE_EXISTING);
    Files.copy(file(whole, name), file(home, name), StandardCopyOption.REPLACE_EXISTING);
  }

  private void assertUsable() {
    TlsFolder folder = new TlsFolder(home);
    for (Name[] pair :
        new Name[][] {
          {Name.CA_KEY, Name.CA_CERTIFICATE}, {Name.SERVER_KEY, Name.SERVER_CERTIFICATE}
        }) {
      var key = folder.key(pair[0]).orElseThrow();
      assertThat(Rsa.matches(key, folder.certificate(pair[1]).orElseThrow().getPublicKey()))
          .isTrue();
    }
    assertThat(
            RevocationList.signedBy(
                folder.certificate(Name.CA_CERTIFICATE).orElseThrow(), folder.crl(Name.CRL)))
        .isPresent();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void aStartKilledAfterSomeFilesGoesOnFromThere(int written) throws IOException {
    for (Name name : AS_WRITTEN.subList(0, written)) {
      copy(name);
    }

    CertificateStatus status = openWithOtherKeys(home);

    assertUsable();
    if (written >= 2) {
      assertThat(status.authority())
          .isEqualTo(CertificateStatus.readFrom(whole).orElseThrow().authority());
    }
  }

  @Test
  void aRenewalKilledBetweenKeyAndCertificateIsIssuedAgainUnderTheSameAuthority()
      throws IOException {
    for (Name name : AS_WRITTEN) {
      copy(name);
    }
    Files.writeString(
        file(home, Name.SERVER_KEY),
        PemText.write((RSAPrivateCrtKey) TestKeys.key(2).getPrivate()));

    CertificateStatus status = openWithOtherKeys(home);

    assertUsable();
    CertificateStatus before = CertificateStatus.readFrom(whole).orElseThrow();
    assertThat(status.authority()).isEqualTo(before.authority());
    assertThat(status.server().sha256()).isNotEqualTo(before.server().sha256());
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {
        "NEXT_CA_KEY",
        "NEXT_CA_CERTIFICATE",
        "MACHINES_KEY",
        "MACHINES_CERTIFICATE",
        "MACHINES_CRL",
        "CLUSTER_KEY",
        "CLUSTER_CERTIFICATE"
      })
  void aDamagedFileIsMadeAgain(Name damaged) throws IOException {
    for (Name name : AS_WRITTEN) {
      copy(name);
    }
    byte[] bytes = Files.readAllBytes(file(home, damaged));
    Files.write(file(home, damaged), Arrays.copyOf(bytes, bytes.length / 2));

    openWithOtherKeys(home);

    assertUsable();
  }

  @Test
  void aKeyThatCannotBeUsedIsKeptForAPersonToLookAt() throws IOException {
    for (Name name : AS_WRITTEN) {
      copy(name);
    }
    Files.writeString(file(home, Name.CA_KEY), "not a key");

    openWithOtherKeys(home);

    assertThat(home.resolve("tls/ca.key.pem.unusable")).hasContent("not a key");
  }

  @Test
  void whatACrashLeftBesideTheFilesIsCleared() throws IOException {
    copy(Name.CA_KEY);
    Path leftOver = home.resolve("tls/server.key.pem.new");
    Files.writeString(leftOver, "half a key");

    openWithOtherKeys(home);

    assertUsable();
    assertThat(leftOver).doesNotExist();
  }

  @Test
  void threadsThatStartAtOnceAgree() throws Exception {
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<CertificateStatus>> starts = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        starts.add(() -> open(home));
      }
      List<CertificateStatus> seen = new ArrayList<>();
      for (Future<CertificateStatus> start : pool.invokeAll(starts)) {
        seen.add(start.get());
      }

      assertThat(seen).hasSize(8).containsOnly(seen.getFirst());
    }
  }

  @Test
  void processesThatStartAtOnceAgree() throws Exception {
    Process first = start();
    Process second = start();

    List<String> outputs = List.of(output(first), output(second));

    assertThat(outputs.getFirst()).contains(":").isEqualTo(outputs.getLast());
    assertUsable();
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            OtherProcess.class.getName(),
            home.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static String output(Process process) throws IOException, InterruptedException {
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isZero();
    return text;
  }

  /** A server that starts, with keys of its own, and prints what it would serve. */
  static final class OtherProcess {
    private OtherProcess() {}

    public static void main(String[] arguments) {
      CertificateStatus status =
          ServerTls.open(TlsSettings.in(Path.of(arguments[0])), Rsa::generate, () -> "vm").status();
      System.out.println(status.server().sha256());
    }
  }
}

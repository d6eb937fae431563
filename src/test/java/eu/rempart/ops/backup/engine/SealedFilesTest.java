package eu.rempart.ops.backup.engine;

import static eu.rempart.ops.backup.engine.BackedUpServer.destination;
import static eu.rempart.ops.backup.engine.BackedUpServer.untold;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.home.HomeFolder;
import eu.rempart.ops.backup.program.BackupFailedException;
import eu.rempart.ops.backup.program.BackupFailedException.Why;
import eu.rempart.vault.operating.BackupSecret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys and certificates beside the repository, and back. */
class SealedFilesTest {

  @TempDir private Path folder;

  private HomeFolder home;
  private BackupSecret secret;
  private Destination here;
  private SealedFiles files;

  @BeforeEach
  void fill() throws Exception {
    home = HomeFolder.open(folder.resolve("home"));
    secret = BackupSecret.in(home);
    home.folder("tls");
    home.folder("tls/clients");
    home.folder("backup");
    write("keys/pepper", "known pepper");
    write("keys/witness", "what was seen last");
    write("tls/server.pem", "certificate");
    write("tls/clients/a.pem", "another");
    write("other", "no key");
    here = destination(1, DestinationAddress.parse(folder.resolve("disk").toString()), "");
    files = new SealedFiles(home, BackupFolder.of(home.path()), secret);
  }

  @AfterEach
  void close() {
    home.close();
  }

  private void write(String name, String text) {
    home.write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private void restore(String server, BackupSecret by, Path target) throws IOException {
    SealedFiles.restore(BackupFolder.of(home.path()), by, here, server, target, untold());
  }

  private Path sealed(String server, LocalDate day) {
    return folder.resolve(
        "disk/keys/%s-%s.sealed".formatted(server, day.format(DateTimeFormatter.BASIC_ISO_DATE)));
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  @Test
  void keysAndCertificatesComeBack() throws Exception {
    files.put(here, "site-a", untold());
    files.put(here, "site-a", untold());
    Path target = Files.createDirectory(folder.resolve("restored"));
    restore("site-a", secret, target);
    try (Stream<Path> all = Files.walk(target)) {
      assertThat(all.filter(Files::isRegularFile).map(each -> target.relativize(each).toString()))
          .containsExactlyInAnyOrder(
              "keys/backup", "keys/pepper", "tls/server.pem", "tls/clients/a.pem");
    }
    assertThat(target.resolve("keys/pepper")).hasContent("known pepper");
    for (String each : List.of("keys/pepper", "keys/backup")) {
      assertThat(Files.getPosixFilePermissions(target.resolve(each)))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
    assertThat(Files.getPosixFilePermissions(target.resolve("keys")))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    try (Stream<Path> all = Files.list(folder.resolve("disk/keys"))) {
      assertThat(all).as("one for a server and day").hasSize(1);
    }
    assertThat(Files.readString(sealed("site-a", today()), StandardCharsets.ISO_8859_1))
        .doesNotContain("known pepper", "pepper", "server.pem");
  }

  @Test
  void latestOfAServerIsTaken() throws Exception {
    files.put(here, "site-a", untold());
    write("keys/pepper", "of the other");
    files.put(here, "site-a-2", untold());
    Files.move(sealed("site-a", today()), sealed("site-a", today().minusDays(3)));
    write("keys/pepper", "newer");
    files.put(here, "site-a", untold());
    Path target = Files.createDirectory(folder.resolve("restored"));
    restore("site-a", secret, target);
    assertThat(target.resolve("keys/pepper")).hasContent("newer");
    assertThatThrownBy(() -> restore("site-b", secret, target)).hasMessageContaining("site-b");
  }

  @Test
  void fileOfAClockThatWasAheadIsPassedOver() throws Exception {
    files.put(here, "site-a", untold());
    Path ahead = Files.move(sealed("site-a", today()), sealed("site-a", today().plusDays(30)));
    Path target = Files.createDirectory(folder.resolve("restored"));
    assertThatThrownBy(() -> restore("site-a", secret, target))
        .as("it is all that there is, and not sealed with this name")
        .isInstanceOf(BackupFailedException.class);
    write("keys/pepper", "newer");
    files.put(here, "site-a", untold());
    files.check(here, "site-a", untold());
    restore("site-a", secret, target);
    assertThat(target.resolve("keys/pepper")).hasContent("newer");
    assertThat(ahead).exists();
  }

  @Test
  void oldOneUnderANewerNameIsRefused() throws Exception {
    files.put(here, "site-a", untold());
    Files.copy(sealed("site-a", today()), sealed("site-a", today().plusDays(1)));
    write("keys/pepper", "newer");
    files.put(here, "site-a", untold());
    Path target = Files.createDirectory(folder.resolve("restored"));
    assertThatThrownBy(() -> files.check(here, "site-a", untold())).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> restore("site-a", secret, target)).isInstanceOf(IOException.class);
    assertThat(target).isEmptyDirectory();
  }

  @Test
  void oneThatWasSealedBeforeNamesWereBoundOpensOrIsSeen() throws Exception {
    Files.createDirectories(folder.resolve("disk/keys"));
    Path tomorrow = sealed("site-a", today().plusDays(1));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("keys/pepper"));
      zip.write('x');
    }
    Files.write(tomorrow, secret.seal("keys of site-a", bytes.toByteArray()));
    Path target = Files.createDirectory(folder.resolve("restored"));
    restore("site-a", secret, target);
    assertThat(target.resolve("keys/pepper")).hasContent("x");
    assertThatThrownBy(() -> files.check(here, "site-a", untold()))
        .isInstanceOfSatisfying(
            BackupFailedException.class, e -> assertThat(e.why()).isEqualTo(Why.DAMAGED));
  }

  @Test
  void keysThatChangedSinceArePutThere() throws Exception {
    files.put(here, "site-a", untold());
    files.check(here, "site-a", untold());
    write("keys/pepper", "newer");
    write("tls/clients/b.pem", "one more");
    files.check(here, "site-a", untold());
    Path target = Files.createDirectory(folder.resolve("restored"));
    restore("site-a", secret, target);
    assertThat(target.resolve("keys/pepper")).hasContent("newer");
    assertThat(target.resolve("tls/clients/b.pem")).hasContent("one more");
  }

  @Test
  void oldOnesAreForgotten() throws Exception {
    files.put(here, "site-a", untold());
    Path kept = sealed("site-a", today().minusDays(14));
    Path old = sealed("site-a", today().minusDays(15));
    Path ofAnother = sealed("site-b", today().minusDays(15));
    for (Path each : List.of(kept, old, ofAnother)) {
      Files.copy(sealed("site-a", today()), each);
    }
    files.put(here, "site-a", untold());
    assertThat(old).doesNotExist();
    assertThat(kept).exists();
    assertThat(ofAnother).exists();
  }

  @Test
  void otherSecretOpensNothing() throws Exception {
    files.put(here, "site-a", untold());
    Path target = Files.createDirectory(folder.resolve("restored"));
    try (HomeFolder other = HomeFolder.open(folder.resolve("other"))) {
      assertThatThrownBy(() -> restore("site-a", BackupSecret.in(other), target))
          .isInstanceOfSatisfying(
              BackupFailedException.class, e -> assertThat(e.why()).isEqualTo(Why.PASSPHRASE));
    }
    // nor what was sealed for another server
    Files.move(sealed("site-a", today()), sealed("site-b", today()));
    assertThatThrownBy(() -> restore("site-b", secret, target))
        .isInstanceOf(BackupFailedException.class);
    assertThat(target).isEmptyDirectory();
  }

  @Test
  void pathOutsideOfTheHomeFolderIsRefused() throws Exception {
    Path target = Files.createDirectory(folder.resolve("restored"));
    Files.createDirectories(folder.resolve("disk/keys"));
    for (String name : List.of("../outside", "/outside", "keys/../../outside")) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write('x');
      }
      Files.write(sealed("site-a", today()), secret.seal("keys of site-a", bytes.toByteArray()));
      assertThatThrownBy(() -> restore("site-a", secret, target)).hasMessageContaining("outside");
    }
    assertThat(folder.resolve("outside")).doesNotExist();
  }

  @Test
  void nothingIsThereYet() {
    assertThatThrownBy(() -> restore("site-a", secret, folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no keys");
  }
}

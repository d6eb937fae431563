package eu.rempart.vault.operating;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.home.HomeFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one secret on paper gives back. */
class BackupSecretTest {

  @TempDir private Path folder;

  @Test
  void paperGivesBackAllThatWasDerived() {
    try (HomeFolder home = HomeFolder.open(folder)) {
      assertThat(BackupSecret.of(home)).isEmpty();
      BackupSecret secret = BackupSecret.in(home);
      byte[] sealed = secret.seal("keys run 7", "pepper".getBytes(StandardCharsets.UTF_8));

      assertThat(secret.groups()).hasSize(14).allMatch(group -> group.length() == 4);
      BackupSecret typed =
          BackupSecret.parse(String.join(" ", secret.groups()).toLowerCase(java.util.Locale.ROOT))
              .orElseThrow();
      assertThat(typed.passphrase("classic 1"))
          .isEqualTo(secret.passphrase("classic 1"))
          .hasSize(43)
          .isNotEqualTo(secret.passphrase("image 1"));
      assertThat(typed.sshPublicKey()).isEqualTo(secret.sshPublicKey()).startsWith("ssh-ed25519 ");
      assertThat(typed.open("keys run 7", sealed))
          .hasValue("pepper".getBytes(StandardCharsets.UTF_8));
      assertThat(typed.open("keys run 8", sealed)).as("another run's").isEmpty();
      assertThat(BackupSecret.in(home).passphrase("image 1"))
          .isEqualTo(secret.passphrase("image 1"));
    }
  }

  @Test
  void typoIsSeen() {
    try (HomeFolder home = HomeFolder.open(folder)) {
      String kit = String.join("-", BackupSecret.in(home).groups());
      char wrong = kit.charAt(2) == '7' ? '8' : '7';
      assertThat(BackupSecret.parse(kit.substring(0, 2) + wrong + kit.substring(3))).isEmpty();
      assertThat(BackupSecret.parse(kit.substring(5))).isEmpty();
      assertThat(BackupSecret.parse("")).isEmpty();
    }
  }

  @Test
  void opensshReadsItsKey() throws Exception {
    try (HomeFolder home = HomeFolder.open(folder)) {
      BackupSecret secret = BackupSecret.in(home);
      Path key = folder.resolve("id");
      Files.createFile(
          key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(key, secret.sshPrivateKey());
      Process process = new ProcessBuilder("ssh-keygen", "-y", "-f", key.toString()).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).isZero();
      assertThat(secret.sshPublicKey().split(" "))
          .startsWith(said.strip().split(" ")[0], said.strip().split(" ")[1]);
    }
  }
}

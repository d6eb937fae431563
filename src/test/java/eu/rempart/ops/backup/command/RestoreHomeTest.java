package eu.rempart.ops.backup.command;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.common.CountryCode;
import eu.rempart.db.embedded.EmbeddedServer;
import eu.rempart.db.embedded.HomeTemplate;
import eu.rempart.home.HomeFolder;
import eu.rempart.ops.backup.BackupKit;
import eu.rempart.ops.backup.engine.BackupEngine;
import eu.rempart.ops.backup.engine.Destination;
import eu.rempart.ops.backup.engine.DestinationAddress;
import eu.rempart.ops.backup.engine.ImageScope;
import eu.rempart.ops.backup.engine.SftpServer;
import eu.rempart.ops.backup.engine.Technology;
import eu.rempart.ops.backup.program.RunControl;
import eu.rempart.vault.operating.BackupSecret;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A destination that has backups, and who may open them. */
class RestoreHomeTest {

  @TempDir private Path folder;

  @Test
  void kitOfAnotherInstallationIsRefusedInWords() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    Destination here = destination(1, disk.toString(), "");
    try (HomeFolder home = HomeFolder.open(HomeTemplate.EMPTY.copyTo(folder.resolve("home")));
        EmbeddedServer server = EmbeddedServer.start(home)) {
      BackupEngine engine =
          new BackupEngine(
              home, server, BackupSecret.in(home), new ImageScope(List.of(), List.of()));
      assertThat(engine.use(List.of(here), untold())).isEmpty();
      for (Technology each : Technology.values()) {
        engine.make(each, here, "server", true, List.of(here), untold());
      }
    }
    Path kit;
    try (HomeFolder other = HomeFolder.open(folder.resolve("other"))) {
      kit =
          Files.writeString(
              folder.resolve("kit.txt"),
              new BackupKit(BackupSecret.in(other).groups(), List.of(here), Instant.EPOCH).text());
    }

    for (Technology each : Technology.values()) {
      String said = restore(disk.toString(), kit, each);
      assertThat(said).contains("belongs to another installation", "(backup-passphrase)");
      assertThat(folder.resolve("target")).isEmptyDirectory();
    }
  }

  @Test
  void hostKeyIsComparedWithTheFingerprintOfTheKit() throws Exception {
    BackupSecret secret;
    try (HomeFolder home = HomeFolder.open(folder.resolve("home"))) {
      secret = BackupSecret.in(home);
    }
    try (SftpServer sftp = SftpServer.start(folder.resolve("sftp"), secret.sshPublicKey())) {
      String address = sftp.address().toString();
      Destination there = destination(2, address, sftp.hostKey());
      String text = new BackupKit(secret.groups(), List.of(there), Instant.EPOCH).text();
      assertThat(text).contains("Host key 2: ED25519 SHA256:").doesNotContain("AAAA");
      Path kit = Files.writeString(folder.resolve("kit.txt"), text);
      assertThat(restore(address, kit, Technology.CLASSIC))
          .as("let in, and nothing is there")
          .contains("(backup-nothing-there)");

      Files.writeString(kit, text.replaceAll("SHA256:....", "SHA256:AAAA"));
      assertThat(restore(address, kit, Technology.CLASSIC))
          .contains("shows none of the keys that the kit names", "(backup-host-key-not-in-kit)");
    }
  }

  private static Destination destination(int place, String address, String keys) throws Exception {
    return new Destination(
        UUID.randomUUID(), place, DestinationAddress.parse(address), CountryCode.of("FR"), keys);
  }

  private String restore(String address, Path kit, Technology technology) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    int exit =
        new BackupCommand(
                Map.of(), new ByteArrayInputStream(new byte[0]), out, out, InstantSource.system())
            .run(
                "restore",
                "--from",
                address,
                "--kit",
                kit.toString(),
                "--technology",
                technology.key(),
                "--home",
                folder.resolve("target").toString());
    assertThat(exit).as(said.toString(StandardCharsets.UTF_8)).isEqualTo(1);
    return said.toString(StandardCharsets.UTF_8);
  }

  private static RunControl untold() {
    return new RunControl(_ -> {});
  }
}

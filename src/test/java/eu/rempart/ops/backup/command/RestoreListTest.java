package eu.rempart.ops.backup.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.common.CountryCode;
import eu.rempart.db.embedded.EmbeddedServer;
import eu.rempart.home.HalfRestoredException;
import eu.rempart.home.HomeFolder;
import eu.rempart.ops.backup.BackupKit;
import eu.rempart.ops.backup.engine.BackupEngine;
import eu.rempart.ops.backup.engine.Destination;
import eu.rempart.ops.backup.engine.DestinationAddress;
import eu.rempart.ops.backup.engine.ImageScope;
import eu.rempart.ops.backup.engine.Made;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a kit and a destination say can be brought back, and a restore that was broken off. */
class RestoreListTest {

  @TempDir private Path folder;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private int restore(Path disk, Path kit, String... words) {
    said.reset();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    List<String> all =
        new ArrayList<>(List.of("restore", "--from", disk.toString(), "--kit", kit.toString()));
    all.addAll(List.of(words));
    return new BackupCommand(
            Map.of(), new ByteArrayInputStream(new byte[0]), out, out, InstantSource.system())
        .run(all.toArray(String[]::new));
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void eachBackupIsListedWithItsLabelAndSize() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    Destination here =
        new Destination(
            UUID.randomUUID(),
            1,
            DestinationAddress.parse(disk.toString()),
            CountryCode.of("FR"),
            "");
    List<Made> made = new ArrayList<>();
    Path kit;
    try (HomeFolder home = HomeFolder.open(folder.resolve("home"));
        EmbeddedServer server = EmbeddedServer.start(home)) {
      BackupSecret secret = BackupSecret.in(home);
      BackupEngine engine =
          new BackupEngine(
              home, server, secret, new ImageScope(List.of(), List.of("postgres-programs")));
      assertThat(engine.use(List.of(here), untold())).isEmpty();
      for (Technology each : Technology.values()) {
        made.add(engine.make(each, here, "site-a", true, List.of(here), untold()));
      }
      kit =
          Files.writeString(
              folder.resolve("kit.txt"),
              new BackupKit(secret.groups(), List.of(here), Instant.EPOCH).text());
    }
    assertThat(restore(disk, kit, "--list")).as(said()).isZero();
    for (Made each : made) {
      assertThat(said()).contains("--label " + each.label());
    }
    assertThat(restore(disk, kit, "--list", "--json")).isZero();
    JsonNode all = JsonMapper.shared().readTree(said()).get("backups");
    assertThat(all).hasSize(2);
    for (JsonNode each : all) {
      assertThat(each.get("server").stringValue()).isEqualTo("site-a");
      assertThat(each.get("bytes").longValue()).isGreaterThan(10_000_000);
      assertThat(Instant.parse(each.get("begun").stringValue())).isAfter(Instant.EPOCH);
    }
    assertThat(restore(disk, kit, "--list", "--technology", "image")).isZero();
    assertThat(said()).contains(made.getLast().label()).doesNotContain(made.getFirst().label());
  }

  @Test
  void halfRestoredHomeIsOpenedByTheNextRestoreAlone() throws Exception {
    Path target = folder.resolve("target");
    try (HomeFolder half = HomeFolder.openToRestore(target)) { // as if killed after this
      half.noteRestore();
      half.write("half", new byte[] {1});
    }
    assertThatThrownBy(() -> HomeFolder.open(target)).isInstanceOf(HalfRestoredException.class);
    Path disk = Files.createDirectory(folder.resolve("disk"));
    Path kit;
    try (HomeFolder other = HomeFolder.open(folder.resolve("other"))) {
      kit =
          Files.writeString(
              folder.resolve("kit.txt"),
              new BackupKit(BackupSecret.in(other).groups(), List.of(), Instant.EPOCH).text());
    }
    assertThat(restore(disk, kit, "--place", "1", "--home", target.toString())).isEqualTo(1);
    assertThat(said()).contains("was broken off. What it left is removed first");
    assertThat(target.resolve("half")).doesNotExist();
    HomeFolder.open(target).close();
  }

  private static RunControl untold() {
    return new RunControl(_ -> {});
  }
}

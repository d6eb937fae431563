package eu.rempart.ops.backup.command;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.kernel.place.AllowedCountries;
import eu.rempart.kernel.place.PlaceRules;
import eu.rempart.kernel.place.TestPlaces;
import eu.rempart.ops.backup.BackupKit;
import eu.rempart.vault.operating.BackupSecret;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands refuse, and that they leave nothing behind then. */
class BackupCommandTest {

  private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");

  @TempDir private Path folder;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private Path home;
  private Map<String, String> environment = Map.of();

  @BeforeEach
  void home() throws IOException {
    home = folder.resolve("home");
    Files.createDirectories(home.resolve("postgres"));
    Files.writeString(home.resolve("postgres/PG_VERSION"), "17\n");
  }

  private int run(String... words) {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    InputStream nothing = new ByteArrayInputStream(new byte[0]);
    said.reset();
    return new BackupCommand(environment, nothing, out, out, InstantSource.fixed(NOW)).run(words);
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://host/folder, is no address of a destination",
    "sftp://host/folder, does not say who signs in",
    "sftp://me:secret@host/folder, has a password in it",
    "sftp://me@host:99999/folder, has a port that can't be",
    "sftp://me@host, names no folder",
    "sftp://me@-oProxyCommand/folder, has no host",
    "relative/folder, is no address of a destination",
  })
  void addressThatIsNoneIsExplained(String address, String sentence) {
    assertThat(run("backup", "add", address, "--country", "FR", "--home", home.toString()))
        .isEqualTo(2);
    assertThat(said()).contains(sentence).doesNotContain("secret@host is");
  }

  @Test
  void placeIsNamedAndAllowed() throws IOException {
    String where = folder.resolve("disk").toString();
    assertThat(run("backup", "add", where, "--home", home.toString())).isEqualTo(2);
    assertThat(said()).contains("--country is missing");
    assertThat(run("backup", "add", where, "--country", "XX", "--home", home.toString()))
        .isEqualTo(2);
    assertThat(said()).contains("is no country");
    assertThat(add(where, "US")).contains("(backup-not-running)");
    wrote(TestPlaces.europe());
    assertThat(add(where, "US")).contains("(backup-place-not-allowed)");
    assertThat(folder.resolve("disk")).doesNotExist();
  }

  @Test
  void whatRunsDecidesWhereBackupsMayGoAndNotWhoeverTypes() throws IOException {
    String where = folder.resolve("disk").toString();
    environment = Map.of("REMPART_PLACES_ALLOWED", "US");
    wrote(new PlaceRules(AllowedCountries.of(List.of("DE", "CH")), true, false));
    assertThat(add(where, "US")).contains("US, which is none", "CH, DE", "-not-allowed)");
    assertThat(add(where, "FR")).contains("(backup-place-not-allowed)");
    assertThat(add(where, "CH")).as("it may, if there were a database").contains("-not-running)");
  }

  @Test
  void addressOfANewDestinationIsJudged() throws IOException {
    wrote(new PlaceRules(AllowedCountries.of(List.of("DE", "CH")), true, false));
    // of the network of a university in California, whatever was declared
    assertThat(add("sftp://me@128.32.0.1/folder", "DE")).contains("(backup-place-elsewhere)");
    assertThat(add("sftp://me@169.254.169.254/folder", "DE")).contains("(backup-silent)");
    assertThat(add("sftp://me@backups.invalid/folder", "DE")).contains("(backup-silent)");
  }

  private String add(String where, String country) {
    assertThat(run("backup", "add", where, "--country", country, "--home", home.toString()))
        .isEqualTo(1);
    return said();
  }

  /** As the application does when it starts; nothing answers there. */
  private void wrote(PlaceRules rules) throws IOException {
    StringBuilder lines = new StringBuilder("jdbc_url=jdbc:postgresql://127.0.0.1:1/rempart\n");
    rules.told().forEach((key, value) -> lines.append(key).append('=').append(value).append('\n'));
    Files.createDirectories(home.resolve("run"));
    Files.writeString(home.resolve("run/info.properties"), lines);
  }

  @Test
  void applicationHasToRun() {
    for (String verb : List.of("list", "run", "drill", "cancel")) {
      assertThat(run("backup", verb, "--home", home.toString())).isEqualTo(1);
      assertThat(said()).contains("Rempart does not run in", "(backup-not-running)");
    }
    assertThat(run("backup", "make")).isEqualTo(2);
    assertThat(run("backup", "run", "--twice")).isEqualTo(2);
  }

  /** Words of a call that operators' scripts have; it is known where it comes as far as this. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "backup list --json",
        "backup run --wait",
        "backup run --wait --json --to 1",
        "backup verify --json",
        "backup drill --json",
        "backup add /mnt/disk --country FR --yes-host-key SHA256:abc --later",
        "backup add /mnt/disk --country FR --image-path /etc --image-path /usr",
      })
  void wordsAreKnown(String call) throws IOException {
    wrote(TestPlaces.europe());
    List<String> words = new ArrayList<>(List.of(call.split(" ")));
    words.addAll(List.of("--home", home.toString()));
    assertThat(run(words.toArray(String[]::new))).as(said()).isEqualTo(1);
    assertThat(said()).contains("(backup-not-running)");
  }

  @Test
  void serverIsOneOfThoseThatThereAre() {
    assertThat(run("backup", "run", "--server", "site-b", "--home", home.toString())).isEqualTo(1);
    assertThat(said())
        .contains("no server “site-b”. There are: server.", "(backup-unknown-server)");
    assertThat(run("backup", "drill", "--server", "server", "--home", home.toString()))
        .isEqualTo(1);
    assertThat(said()).contains("(backup-not-running)");
  }

  @Test
  void restoreLeavesNothingBehindThatWouldBeInItsWay() throws IOException {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    BackupSecret secret = secret();
    Path kit = kit(secret, disk);
    Path target = folder.resolve("target");
    for (int i = 0; i < 2; i++) {
      assertThat(restore(disk, kit, target)).as(said()).isEqualTo(1);
      assertThat(said()).doesNotContain("not empty");
      assertThat(target).isEmptyDirectory();
    }

    Files.writeString(target.resolve("mine"), "something");
    assertThat(restore(disk, kit, target)).isEqualTo(1);
    assertThat(said()).contains("is not empty", "Nothing was changed", "(backup-not-empty)");
    assertThat(target.resolve("mine")).hasContent("something");
    try (Stream<Path> there = Files.list(target)) {
      assertThat(there).containsExactly(target.resolve("mine"));
    }
  }

  @Test
  void kitWithATypoIsSeen() throws IOException {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    String good = Files.readString(kit(secret(), disk));
    int at = good.indexOf("Secret: ") + "Secret: ".length();
    char other = good.charAt(at) == 'A' ? 'B' : 'A';
    Path bad =
        Files.writeString(
            folder.resolve("bad.txt"), good.substring(0, at) + other + good.substring(at + 1));
    assertThat(restore(disk, bad, folder.resolve("target"))).isEqualTo(1);
    assertThat(said()).contains("(backup-kit-typo)");
    assertThat(restore(disk, folder.resolve("none"), folder.resolve("target"))).isEqualTo(1);
    assertThat(said()).contains("(backup-kit-missing)");
    assertThat(folder.resolve("target")).doesNotExist();
  }

  @Test
  void restoreFromWhereNobodyAnswersSaysSo() throws IOException {
    String address = "sftp://backup@127.0.0.1:1/rempart"; // no port of a server
    String places = "Destination 3: %s (FR)%nHost key 3: ssh-ed25519 AAAA%n".formatted(address);
    Path kit =
        Files.writeString(
            folder.resolve("away.txt"),
            new BackupKit(secret().groups(), List.of(), NOW).text() + places);
    assertThat(
            run(
                "restore",
                "--from",
                address,
                "--kit",
                kit.toString(),
                "--home",
                folder.resolve("target").toString()))
        .isEqualTo(1);
    assertThat(said()).contains("(backup-unreachable)").doesNotContain("There is no backup");
  }

  private int restore(Path disk, Path kit, Path target) {
    return run(
        "restore", "--from", disk.toString(), "--kit", kit.toString(), "--home", target.toString());
  }

  private BackupSecret secret() throws IOException {
    Path other = Files.createDirectories(folder.resolve("other/keys"));
    Files.write(other.resolve("backup"), new byte[32]);
    return Optional.of(other.resolveSibling("")).flatMap(BackupSecret::read).orElseThrow();
  }

  private Path kit(BackupSecret secret, Path disk) throws IOException {
    String text = new BackupKit(secret.groups(), List.of(), NOW).text();
    return Files.writeString(
        folder.resolve("kit.txt"), text + "Destination 1: %s (FR)%n".formatted(disk));
  }
}

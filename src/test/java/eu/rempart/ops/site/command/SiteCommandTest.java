package eu.rempart.ops.site.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.rempart.common.command.CommandRefusedException;
import eu.rempart.ops.site.Cluster;
import eu.rempart.ops.site.Cluster.Machine;
import eu.rempart.ops.site.Cluster.Ports;
import eu.rempart.ops.site.Cluster.Role;
import eu.rempart.ops.site.SiteFolder;
import eu.rempart.tls.ClusterAuthority;
import eu.rempart.tls.ClusterCertificate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused, each with a sentence, and what a join file does. */
class SiteCommandTest {

  /** The authority asks the system for the time. */
  private final Instant today = Instant.now();

  private static final String PASSPHRASE = JoinFile.newPassphrase();

  private static final Machine WITNESS =
      new Machine("witness", Role.WITNESS, "BE", "127.0.0.4", Ports.USUAL, "");
  private static final Cluster CLUSTER =
      new Cluster(
          "rempart-1",
          List.of(
              new Machine("site-a", Role.SITE, "FR", "127.0.0.2", Ports.USUAL, ""),
              new Machine("site-b", Role.SITE, "DE", "127.0.0.3", Ports.USUAL, ""),
              WITNESS));

  private static final String FULL =
      "site init --country FR --host a --peer b --peer-country DE --witness w --witness-country BE";

  @TempDir static Path authority;
  private static ClusterCertificate certificate;

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeAll
  static void issue() {
    certificate = ClusterAuthority.in(authority).issue("witness", List.of("127.0.0.4"));
  }

  @Test
  void witnessJoinsAndItsFilesAreItsOwn() throws Exception {
    assertThat(join(file(CLUSTER, "witness"), today)).isZero();

    SiteFolder site = SiteFolder.of(home());
    assertThat(Cluster.read(site.cluster())).contains(CLUSTER);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(site.key())))
        .isEqualTo("rw-------");
    assertThat(site.patroniConfig()).doesNotExist();
    assertThat(site.unit("rempart-witness")).content().contains("witness watch --home");
    assertThat(said(out)).contains("witness of rempart-1");
  }

  @Test
  void joinFileIsUsedOnce() throws Exception {
    Path file = file(CLUSTER, "witness");
    assertThat(join(file, today)).isZero();

    assertThat(join(file, today)).isEqualTo(1);
    assertThat(said(err)).contains("used here already", "site-join-used");
  }

  @Test
  void anotherFileForTheSameMachineRenewsItsCertificate() throws Exception {
    assertThat(join(file(CLUSTER, "witness"), today)).isZero();

    assertThat(join(file(CLUSTER, "witness"), today)).isZero();
    assertThat(said(out)).contains("The certificate of witness was renewed");
  }

  @Test
  void joinFileOfAnotherInstallationIsRefused() throws Exception {
    assertThat(join(file(CLUSTER, "witness"), today)).isZero();

    Cluster other = new Cluster("rempart-2", CLUSTER.machines());
    assertThat(join(file(other, "witness"), today)).isEqualTo(1);
    assertThat(said(err)).contains("belongs to another installation", "rempart-2");
    assertThat(Cluster.read(SiteFolder.of(home()).cluster())).contains(CLUSTER);
  }

  @Test
  void expiredJoinFileSaysBothTimes() throws Exception {
    assertThat(join(file(CLUSTER, "witness"), today.plus(Duration.ofMinutes(61)))).isEqualTo(1);
    assertThat(said(err))
        .contains("site-join-expired", today.plus(Duration.ofHours(1)).toString(), "set the clock");
  }

  @ParameterizedTest
  @CsvSource({"1, site-join-expired", "-1, site-join-clock"})
  void clockThatIsOffByADayIsNamed(int days, String code) throws Exception {
    assertThat(join(file(CLUSTER, "witness"), today.plus(Duration.ofDays(days)))).isEqualTo(1);
    assertThat(said(err)).contains(code, "the clock of this machine says", "timedatectl");
    assertThat(home()).doesNotExist();
  }

  @Test
  void scriptIsToldWhereThePassphraseGoes() throws Exception {
    Path file = file(CLUSTER, "witness");

    assertThat(call(Map.of(), today, "witness", "join", file.toString())).isEqualTo(2);
    assertThat(said(err)).contains("REMPART_JOIN_PASSPHRASE");
    assertThat(home()).doesNotExist();
  }

  @Test
  void wrongPassphraseOpensNothing() throws Exception {
    Path file = file(CLUSTER, "witness");
    Map<String, String> environment = Map.of("REMPART_JOIN_PASSPHRASE", JoinFile.newPassphrase());

    assertThat(call(environment, today, "witness", "join", file.toString())).isEqualTo(1);
    assertThat(said(err)).contains("site-join-passphrase");
    assertThat(Files.readString(file)).doesNotContain("PRIVATE", "BEGIN");
  }

  @Test
  void changedHourOpensNothing() throws Exception {
    Path file = file(CLUSTER, "witness");
    String longer =
        Files.readString(file)
            .replace(
                today.plus(Duration.ofHours(1)).toString(),
                today.plus(Duration.ofDays(9)).toString());
    Files.writeString(file, longer);

    assertThat(join(file, today.plus(Duration.ofDays(1)))).isEqualTo(1);
    assertThat(said(err)).contains("somebody changed the file");
  }

  @Test
  void strayFileIsNoJoinFile() throws Exception {
    assertThat(join(Files.writeString(folder.resolve("f"), "{}"), today)).isEqualTo(1);
    assertThat(join(Files.writeString(folder.resolve("f"), "hello"), today)).isEqualTo(1);
    assertThat(join(folder.resolve("missing"), today)).isEqualTo(1);
    assertThat(said(err).lines().map(line -> line.replaceAll(".*\\((.*)\\)", "$1")))
        .containsExactly("site-join-damaged", "site-join-damaged", "site-join-missing");
  }

  @Test
  void fileForAnotherMachineIsRefused() throws Exception {
    Machine elsewhere = new Machine("witness", Role.WITNESS, "BE", "192.0.2.9", Ports.USUAL, "");
    Cluster cluster = new Cluster("rempart-1", List.of(elsewhere));

    assertThat(join(file(cluster, "witness"), today)).isEqualTo(1);
    assertThat(said(err)).contains("site-join-elsewhere", "192.0.2.9");
    assertThat(join(file(CLUSTER, "site-b"), today)).isEqualTo(1);
    assertThat(said(err)).contains("site-join-other-role");
  }

  @Test
  void homeFolderWithDataIsLeftAlone() throws Exception {
    Files.createDirectories(home().resolve("keys"));

    assertThat(join(file(CLUSTER, "witness"), today)).isEqualTo(1);
    assertThat(said(err)).contains("site-join-not-empty");
    assertThat(home().resolve("site")).doesNotExist();
  }

  /** Its file may have expired since. */
  @Test
  void joinThatWasBrokenOffGoesOnWithAnotherFile() throws Exception {
    Files.createDirectories(home().resolve("site"));
    Files.writeString(home().resolve("site/joined"), "0123\n");
    Files.createDirectories(home().resolve("postgres"));
    assertThat(join(file(CLUSTER, "witness"), today)).isEqualTo(1);
    assertThat(said(err)).contains("site-join-not-empty");

    Files.delete(home().resolve("postgres"));
    assertThat(join(file(CLUSTER, "witness"), today)).as(said(err)).isZero();
    assertThat(Cluster.read(SiteFolder.of(home()).cluster())).contains(CLUSTER);
  }

  @Test
  void twoSitesInOneCountryWantAWord() {
    assertThat(init("FR", "127.0.0.3")).isEqualTo(1);
    assertThat(said(err)).contains("Both sites are in FR", "--same-country");
    assertThat(home()).doesNotExist();
  }

  @Test
  void siteLiesInAnAllowedCountryAlone() {
    assertThat(init("US", "127.0.0.3")).isEqualTo(1);
    assertThat(said(err))
        .contains("site-place-not-allowed", "US", "DE, ", "REMPART_PLACES_ALLOWED");
    assertThat(home()).doesNotExist();
  }

  @Test
  void firstSiteIsAnInstallationThatBegan() {
    assertThat(init("DE", "127.0.0.3")).isEqualTo(1);
    assertThat(said(err)).contains("site-not-begun", "./rempart run");
  }

  /** One with a database elsewhere would become a site with an empty one. */
  @Test
  void firstSiteHasItsDatabaseInItsHome() throws Exception {
    Files.createDirectories(home().resolve("keys"));
    Files.write(home().resolve("keys/pepper"), new byte[32]);

    assertThat(init("DE", "127.0.0.3")).isEqualTo(1);
    assertThat(said(err)).contains("site-not-embedded", "pg_dump");
    assertThat(home().resolve("postgres")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "site dance|site needs one of",
        "site init|--country is missing",
        "site init --country|--country needs a value",
        "site init --country XX --host h|no country",
        FULL + " --page crm.example.org|no address of a page",
        FULL + " --ports 1,2,3,4,4|is not five ports",
        FULL + " --ports 1,2,3,4,70000|is not five ports",
        FULL + " --name site-b --peer-name site-b|have the same name",
        "site init --country FR --host h --peer h --peer-country DE --witness w --witness-country"
            + " BE|same host",
        "site status --loud|does not know: --loud",
        "site promote|promote needs --accept-loss",
        "witness join|join needs the file"
      })
  void wrongCallSaysWhatIsMissing(String call, String sentence) {
    assertThat(call(Map.of(), today, call.split(" ", -1))).isEqualTo(2);
    assertThat(said(err)).contains(sentence, "./rempart help");
  }

  @Test
  void fullDiskIsNamedBeforeAnythingIsWritten() throws Exception {
    Path home = home().resolve("not/yet");
    DiskSpace space = DiskSpace.of(home);
    assertThat(space.free()).isPositive();
    assertThatExceptionOfType(CommandRefusedException.class)
        .isThrownBy(() -> new DiskSpace("/ (disk)", 99_900_000).refuseIfLess(100_000_000, home))
        .satisfies(
            refused -> assertThat(refused.values()).containsExactly(home, "/ (disk)", 99L, 100L))
        .withMessage("disk-full");
    new DiskSpace("/ (disk)", 100_000_000).refuseIfLess(100_000_000, home);
    assertThat(home()).doesNotExist();
  }

  @Test
  void statusSaysWhyAProgramOfThisMachineEnded() throws Exception {
    assertThat(join(file(CLUSTER, "witness"), today)).isZero();
    SiteFolder site = SiteFolder.of(home());
    Files.createDirectories(site.pid("supervisor").resolveSibling(""));
    Files.writeString(site.pid("supervisor"), "1\n");
    Files.createDirectories(site.log("etcd").resolveSibling(""));
    Files.writeString(site.log("etcd"), "panic: no space left on device\ngoroutine 1\n");

    assertThat(call(Map.of(), today, "witness", "status")).isZero();
    assertThat(said(out))
        .contains("etcd ended on this machine", site.log("etcd") + " says: panic: no space left");
  }

  @Test
  void machineOfNoClusterSaysSo() {
    assertThat(call(Map.of(), today, "site", "status")).isEqualTo(1);
    assertThat(call(Map.of("LANG", "fr_FR.UTF-8"), today, "site", "status")).isEqualTo(1);
    assertThat(said(err)).contains("belongs to no cluster", "n’appartient à aucun groupe");
  }

  @Test
  void expiredCertificateSaysHowToRenewIt() throws Exception {
    assertThat(join(file(CLUSTER, "witness"), today)).isZero();

    assertThat(call(Map.of(), today.plus(Duration.ofDays(391)), "witness", "run")).isEqualTo(1);
    assertThat(said(err)).contains("expired on", "./rempart site renew", "tls-expired");
  }

  @Test
  void renewingIsForTheSiteThatHasTheAuthority() throws Exception {
    assertThat(join(file(CLUSTER, "witness"), today)).isZero();

    assertThat(call(Map.of(), today, "site", "renew")).isEqualTo(1);
    assertThat(said(err)).contains("site-no-authority");
  }

  @ParameterizedTest
  @CsvSource({
    "site-c, site-unknown-machine, is no other machine of this cluster",
    "witness, site-unknown-machine, is no other machine of this cluster",
    "site-a, site-no-authority, Call this on a site",
  })
  void replacedIsAnotherMachineAndOnASite(String name, String code, String sentence)
      throws Exception {
    assertThat(join(file(CLUSTER, "witness"), today)).isZero();

    assertThat(call(Map.of(), today, "site", "replace", name)).isEqualTo(1);
    assertThat(said(err)).contains(code, sentence);
  }

  private int init(String peerCountry, String peer) {
    return call(
        Map.of(),
        today,
        "site",
        "init",
        "--country",
        "FR",
        "--host",
        "127.0.0.2",
        "--peer",
        peer,
        "--peer-country",
        peerCountry,
        "--witness",
        "127.0.0.4",
        "--witness-country",
        "BE");
  }

  private Path file(Cluster cluster, String machine) throws IOException {
    JoinFile.Content content =
        new JoinFile.Content(
            cluster,
            certificate.authority(),
            certificate.certificate(),
            certificate.key(),
            null,
            Map.of(),
            false);
    return Files.write(
        folder.resolve("join"), JoinFile.seal(content, machine, PASSPHRASE, today).json());
  }

  private int join(Path file, Instant now) {
    return call(
        Map.of("REMPART_JOIN_PASSPHRASE", PASSPHRASE), now, "witness", "join", file.toString());
  }

  private int call(Map<String, String> environment, Instant now, String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    if (words.length < 3 || !words[2].equals("--country") || words.length > 3) {
      all.add("--home");
      all.add(home().toString());
    }
    return new SiteCommand(
            environment,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Clock.fixed(now, ZoneOffset.UTC))
        .run(all.toArray(String[]::new));
  }

  private Path home() {
    return folder.resolve("home");
  }

  private static String said(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}

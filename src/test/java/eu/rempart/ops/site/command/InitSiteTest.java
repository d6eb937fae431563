package eu.rempart.ops.site.command;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.ops.site.Cluster;
import eu.rempart.ops.site.Cluster.Machine;
import eu.rempart.ops.site.Cluster.Ports;
import eu.rempart.ops.site.Cluster.Role;
import eu.rempart.ops.site.MachineFiles;
import eu.rempart.ops.site.SiteFolder;
import eu.rempart.tls.ClusterAuthority;
import eu.rempart.tls.ClusterCertificate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A site that is one already is called again. */
class InitSiteTest {

  private static final Pattern PASSPHRASE = Pattern.compile("passphrase: (\\S+)");

  /** Where nobody listens. */
  private static final Ports PORTS = new Ports(1, 2, 3, 4, 5);

  private static final Cluster CLUSTER =
      new Cluster(
          "rempart-1",
          List.of(
              new Machine("site-a", Role.SITE, "FR", "127.0.0.2", PORTS, "https://crm.exmaple.org"),
              new Machine("site-b", Role.SITE, "DE", "127.0.0.3", PORTS, ""),
              new Machine("witness", Role.WITNESS, "BE", "127.0.0.4", PORTS, "")));

  @TempDir static Path authority;
  private static ClusterCertificate certificate;

  @TempDir Path folder;
  private Clock now = Clock.systemUTC();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeAll
  static void issue() {
    certificate = ClusterAuthority.in(authority).issue("site-a", List.of("127.0.0.2"));
  }

  @BeforeEach
  void sites() throws Exception {
    begin("site-a");
    begin("site-b");
  }

  private void begin(String site) throws IOException {
    Files.createDirectories(home(site).resolve("keys"));
    for (String role : List.of("superuser", "replicator", "rewinder", "owner")) {
      Files.writeString(home(site).resolve("keys/database-" + role), "secret");
    }
    for (Map.Entry<String, byte[]> file : SecretFiles.shared(authority).entrySet()) {
      Path path = home(site).resolve(file.getKey());
      Files.createDirectories(Objects.requireNonNull(path.getParent()));
      Files.write(path, file.getValue());
    }
    MachineFiles files = new MachineFiles(home(site), CLUSTER, CLUSTER.machine(site).orElseThrow());
    files.write(certificate, false);
    files.finish();
  }

  @Test
  void calledWithoutAnOptionItMakesNewJoinFiles() throws Exception {
    assertThat(call("site-a", "site", "init")).as(said(err)).isZero();
    assertThat(said(out)).contains("This is site-a of its cluster already");
    assertThat(cluster("site-a")).isEqualTo(CLUSTER);
    assertThat(files("site-a").joinFile("site-b")).exists();
    assertThat(files("site-a").joinFile("witness")).exists();
  }

  @Test
  void onTheOtherSiteItMakesThoseOfTheOthers() throws Exception {
    assertThat(call("site-b", "site", "init")).as(said(err)).isZero();
    assertThat(said(out)).contains("This is site-b of its cluster already");
    assertThat(cluster("site-b")).isEqualTo(CLUSTER);
    assertThat(files("site-b").joinFile("site-a")).exists();
    assertThat(files("site-b").joinFile("site-b")).doesNotExist();
  }

  @Test
  void newPagesAreTakenHereAndByTheNewJoinFile() throws Exception {
    assertThat(
            call(
                "site-a",
                "site init --page https://crm.example.org --peer-page https://crm-b.example.org"
                    .split(" ", -1)))
        .as(said(err))
        .isZero();
    assertThat(said(out)).contains("The pages were changed here");
    assertThat(pages("site-a"))
        .containsExactly("https://crm.example.org", "https://crm-b.example.org", "");
    assertThat(pages("site-b")).isNotEqualTo(pages("site-a"));

    Matcher passphrase = PASSPHRASE.matcher(said(out));
    assertThat(passphrase.find()).isTrue();
    String file = files("site-a").joinFile("site-b").toString();
    Map<String, String> environment = Map.of("REMPART_JOIN_PASSPHRASE", passphrase.group(1));
    assertThat(call(environment, "site-b", "site", "join", file)).as(said(err)).isZero();
    assertThat(pages("site-b")).isEqualTo(pages("site-a"));
  }

  /** As a cluster needs it that was made before both sites were backed up. */
  @Test
  void renewalBringsBothSitesWhatThisVersionTellsPrograms() throws Exception {
    assertThat(call("site-a", "site", "renew")).as(said(err)).isZero();
    assertThat(files("site-a").pgbackrestConfig())
        .content()
        .contains("tls-server-address=127.0.0.2", "port=5", "tls-server-auth=site-b=rempart");
    assertThat(files("site-a").patroniConfig()).content().contains("pgbackrest-archive");
    assertThat(files("site-a").unit("rempart-pgbackrest")).exists();

    Matcher passphrase = PASSPHRASE.matcher(said(out));
    assertThat(passphrase.find()).isTrue();
    String file = files("site-a").joinFile("site-b").toString();
    Map<String, String> environment = Map.of("REMPART_JOIN_PASSPHRASE", passphrase.group(1));
    assertThat(call(environment, "site-b", "site", "join", file)).as(said(err)).isZero();
    assertThat(files("site-b").pgbackrestConfig())
        .content()
        .contains("tls-server-address=127.0.0.3", "tls-server-auth=site-a=rempart");
    assertThat(files("site-b").patroniConfig()).content().contains("pgbackrest-archive");
  }

  /** The pepper is in them, and backups of the folder would take them along. */
  @Test
  void filesWhoseHourIsOverGoAtTheNextCommand() throws Exception {
    assertThat(call("site-a", "site", "init")).as(said(err)).isZero();
    Path file = files("site-a").joinFile("site-b");
    now = Clock.offset(now, Duration.ofMinutes(59));
    assertThat(call("site-a", "site", "promote")).isEqualTo(2);
    assertThat(file).exists();
    now = Clock.offset(now, Duration.ofMinutes(2));
    assertThat(call("site-a", "site", "promote")).isEqualTo(2);
    assertThat(file).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "site-a|--name paris|--name (it is site-a, not paris)",
        "site-a|--peer 127.0.0.9|--peer (it is 127.0.0.3, not 127.0.0.9)",
        "site-a|--witness-country NL|--witness-country (it is BE, not NL)",
        "site-a|--ports 1,2,3,4,6|--ports (it is 1,2,3,4,5, not 1,2,3,4,6)",
        "site-a|--country ES --peer-country ES|--country (it is FR, not ES), --peer-country (it is",
        "site-b|--host 127.0.0.2|--host (it is 127.0.0.3, not 127.0.0.2)",
      })
  void whatStaysIsNamed(String site, String options, String sentence) throws Exception {
    String call = "site init --page https://new.example.org " + options;
    assertThat(call(site, call.split(" ", -1))).isEqualTo(1);
    assertThat(said(err)).contains("Leave these options out: " + sentence, "site-can-not-change");
    assertThat(cluster(site)).isEqualTo(CLUSTER);
    assertThat(files(site).joinFile("witness")).doesNotExist();
  }

  private int call(String site, String... words) {
    return call(Map.of(), site, words);
  }

  private int call(Map<String, String> environment, String site, String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--home", home(site).toString()));
    return new SiteCommand(
            environment,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            now)
        .run(all.toArray(String[]::new));
  }

  private Cluster cluster(String site) throws IOException {
    return Cluster.read(files(site).cluster()).orElseThrow();
  }

  private List<String> pages(String site) throws IOException {
    return cluster(site).machines().stream().map(Machine::page).toList();
  }

  private SiteFolder files(String site) {
    return SiteFolder.of(home(site));
  }

  private Path home(String site) {
    return folder.resolve(site);
  }

  private static String said(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}

package eu.rempart.journey.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rempart.Patience;
import eu.rempart.journey.Homes;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Installation.Settings;
import eu.rempart.journey.Person;
import eu.rempart.journey.Way;
import eu.rempart.ops.backup.command.BackupCommand;
import eu.rempart.ops.site.ClusterView;
import eu.rempart.ops.site.command.TestCluster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Two sites and a witness; one site is lost with everything on it, and a person goes on. */
class SitesJourneyIT {

  @Test
  void savedRecordIsReadOnTheOtherSite() throws Exception {
    Path folder = Homes.fresh("sites").resolveSibling("");
    TestCluster.found(folder);
    int portA = free();
    int portB = free();
    String[] pages = {
      "--page", "https://localhost:" + portA, "--peer-page", "https://localhost:" + portB
    };
    try (TestCluster machines = new TestCluster(folder, pages)) {
      machines.start("witness");
      machines.start("site-a");
      machines.start("site-b");
      await().atMost(Patience.LONG).until(machines::look, ClusterView.Seen::safe);
      try (Installation a = Installation.start(machines.home("site-a"), false, on(portA, folder));
          Installation b = Installation.start(machines.home("site-b"), false, on(portB, folder));
          Person person = Person.at(a, Way.DESKTOP_ENGLISH)) {
        person.signIn();
        seesTheSites(person);
        backsBothUp(person, machines.home("site-a").toString(), folder);
        String saved = person.createContact("Ottilie", "Brandt", "+49 221 5566778");

        a.kill();
        machines.kill("site-a");

        goesOn(person, b.url(), saved);
      }
    }
  }

  /** An image of the whole machine would take longer than all else. */
  private static Settings on(int port, Path folder) throws IOException {
    Path nothing = Files.createDirectories(folder.resolve("nothing"));
    return new Settings(Map.of("REMPART_BACKUP_IMAGE_OF", nothing.toString()), List.of(), port);
  }

  /** The command is typed at one of them. */
  private static void backsBothUp(Person person, String home, Path folder) throws IOException {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    String added = command("backup", "add", disk.toString(), "--country", "FR", "--home", home);
    Assertions.assertThat(added).contains("site-b makes its own backups there by itself");
    await()
        .atMost(Patience.LONG)
        .until(
            () -> command("backup", "list", "--home", home),
            said -> said.lines().filter(line -> line.contains("last backup 20")).count() == 4);
    person.open("/backups");
    for (String site : List.of("site-a", "site-b")) {
      person.sees(site);
    }
    person.sees(person.t("backups.chip.good"));
    person.picture("backups-two-sites");
  }

  private static String command(String... words) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    InputStream nothing = new ByteArrayInputStream(new byte[0]);
    int exit = new BackupCommand(Map.of(), nothing, out, out, InstantSource.system()).run(words);
    Assertions.assertThat(exit).as(said.toString(StandardCharsets.UTF_8)).isZero();
    return said.toString(StandardCharsets.UTF_8);
  }

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void seesTheSites(Person person) {
    person.open("/sites");
    assertThat(person.main()).containsText(person.t("sites.safe"));
    assertThat(person.main()).containsText(person.t("sites.role.leads"));
    assertThat(person.main()).containsText(person.t("sites.role.copy"));
    assertThat(person.main()).containsText(person.t("sites.witness.answers"));
    person.picture("sites-safe");
  }

  /** Nobody types an address: the page goes to the other site by itself, and to the same record. */
  private static void goesOn(Person person, String url, String saved) {
    assertThat(person.page()).hasURL(Pattern.compile("^" + url + "/.*"));
    Person.type(person.field("account.email"), Installation.EMAIL);
    Person.type(person.field("account.password"), Installation.PASSWORD);
    person.button("account.signin").click();
    assertThat(person.heading()).hasText(saved);

    person.page().navigate(url + "/sites");
    assertThat(person.main()).containsText(person.t("sites.unsafe"));
    assertThat(person.main()).containsText(person.t("sites.move.failover", "site-a", "site-b"));
    assertThat(person.main()).containsText(person.t("sites.role.silent"));
    person.picture("sites-one-copy");
  }
}

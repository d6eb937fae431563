package eu.rempart.journey.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rempart.Patience;
import eu.rempart.journey.Homes;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Installation.Settings;
import eu.rempart.journey.Person;
import eu.rempart.journey.Way;
import eu.rempart.ops.site.ClusterView;
import eu.rempart.ops.site.command.TestCluster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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
      try (Installation a = Installation.start(machines.home("site-a"), false, on(portA));
          Installation b = Installation.start(machines.home("site-b"), false, on(portB));
          Person person = Person.at(a, Way.DESKTOP_ENGLISH)) {
        person.signIn();
        seesTheSites(person);
        String saved = person.createContact("Ottilie", "Brandt", "+49 221 5566778");

        a.kill();
        machines.kill("site-a");

        goesOn(person, b.url(), saved);
      }
    }
  }

  private static Settings on(int port) {
    return new Settings(Map.of(), List.of(), port);
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

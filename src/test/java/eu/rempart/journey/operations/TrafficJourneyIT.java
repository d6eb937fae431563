package eu.rempart.journey.operations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import eu.rempart.journey.Axe;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Lights;
import eu.rempart.journey.Person;
import eu.rempart.journey.Way;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An administrator looks at a day with an attack in it, and says who may come. */
class TrafficJourneyIT {

  private static final String BANNED = "198.51.100.7/32";

  private final Installation installation = Installation.shared();

  @BeforeEach
  void aDayWithAnAttack() throws Exception {
    forget();
    for (int hour = 1; hour <= 20; hour++) {
      counts(hour, "FR", 40 + hour % 7 * 9, 300 + hour * 11, 0);
      counts(hour, "DE", 12 + hour % 5 * 4, 120, 0);
      counts(hour, "BR", hour == 6 ? 900 : 3, 20, hour == 6 ? 41_000 : 12);
      counts(hour, "CN", 5, 4, hour % 4 == 0 ? 700 : 60);
      counts(hour, "US", 9, 50, 5);
    }
    sql(
        "INSERT INTO edge_source (at, network, place, connections, refused, requests, at_once,"
            + " fastest) VALUES (now() - interval '6 hours', '198.51.100.9/32', 'BR', 900, 400, 20,"
            + " 80, 60)");
    sql(
        "INSERT INTO edge_ban (id, network, place, step, cause, evidence, repetition, begun_at,"
            + " until_at) VALUES (gen_random_uuid(), '198.51.100.7/32', 'BR', 'BANNED',"
            + " 'credential-stuffing', '{\"count\": \"412\", \"accounts\": \"37\"}', 2, now(),"
            + " now() + interval '3 hours'), (gen_random_uuid(), '203.0.113.0/24', 'CN', 'SLOWED',"
            + " 'scan', '{\"count\": \"260\"}', 1, now(), now() + interval '20 minutes')");
  }

  private void counts(int hoursAgo, String place, int full, int requests, int refused)
      throws IOException, SQLException {
    String row =
        "(date_trunc('hour', now()) - interval '%d hours', '%s'".formatted(hoursAgo, place);
    sql(
        "INSERT INTO edge_traffic (at, place, measure, count) VALUES "
            + "%1$s, 'full-handshake', %2$d), %1$s, 'resumed-handshake', %3$d), %1$s, 'request-page', %4$d), "
                .formatted(row, full, full * 3, requests)
            + "%1$s, 'protocol:TLSv1.3', %2$d), %1$s, 'cipher:TLS_AES_128_GCM_SHA256', %2$d), %1$s, 'group:X25519MLKEM768', %2$d)"
                .formatted(row, full * 4)
            + (refused == 0
                ? ""
                : ", %1$s, 'too-fast', %2$d), %1$s, 'banned', %3$d), %1$s, 'request-limited', %3$d)"
                    .formatted(row, refused, Math.max(1, refused / 5))));
  }

  @AfterEach
  void forget() throws Exception {
    sql("DELETE FROM edge_traffic");
    sql("DELETE FROM edge_traffic_hour");
    sql("DELETE FROM edge_traffic_day");
    sql("DELETE FROM edge_source");
    sql("DELETE FROM edge_rule");
    sql("UPDATE edge_ban SET lifted_at = now() WHERE lifted_at IS NULL");
  }

  private void sql(String statement) throws IOException, SQLException {
    try (Connection owner = installation.asOwner();
        Statement one = owner.createStatement()) {
      one.execute(statement);
    }
  }

  @ParameterizedTest
  @MethodSource("eu.rempart.journey.Way#desk")
  void theDashboardShowsTheDayAndANumberMovesByItself(Way way) {
    try (Person person = Person.at(installation, way)) {
      person.signIn();
      person.open("/traffic");
      aNumberMovesByItself(person);

      choose(person, "edge.stretch.day");
      assertThat(tile(person, "edge.tile.refused")).hasText(Pattern.compile("5[0-9]\\D?[0-9]{3}"));
      for (String country : new String[] {"BR", "CN", "FR"}) {
        person.sees(Locale.of("", country).getDisplayCountry(way.language()));
      }
      for (String kind : new String[] {"TLSv1.3", "TLS_AES_128_GCM_SHA256", "X25519MLKEM768"}) {
        person.sees(kind);
      }
      person.sees(person.t("edge.measure.too-fast"));
      person.sees(BANNED);
      person.sees(person.t("edge.cause.credential-stuffing", 412, 37, 0, 10));
      assertThat(person.main().locator("rempart-world-map")).isVisible();
      assertThat(person.main().locator("rempart-time-chart").first()).isVisible();
      look(person, "traffic");

      lift(person);
      assertThat(person.complaints()).isEmpty();
    }
  }

  /** The page is not touched; somebody else sends requests. */
  private void aNumberMovesByItself(Person person) {
    choose(person, "edge.stretch.quarter");
    Locator requests = tile(person, "edge.tile.requests");
    person.settle();
    String before = requests.innerText();
    try (Person somebody = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      for (int i = 0; i < 3; i++) {
        somebody.page().request().get("/login");
      }
      assertThat(requests).not().hasText(before);
    }
  }

  private static Locator tile(Person person, String key) {
    return person
        .main()
        .locator(".traffic-tile")
        .filter(
            new Locator.FilterOptions()
                .setHas(
                    person
                        .page()
                        .getByText(person.t(key), new Page.GetByTextOptions().setExact(true))))
        .locator("dd");
  }

  private static void choose(Person person, String key) {
    person
        .page()
        .getByRole(
            AriaRole.RADIO, new Page.GetByRoleOptions().setName(person.t(key)).setExact(true))
        .check();
  }

  private void lift(Person person) {
    person.button("edge.ban.lift.of", BANNED).click();
    person.isTold(person.t("edge.change.saved"));
    assertThat(person.main().getByText(BANNED)).hasCount(0);
    assertThat(inLedger("edge.ban.lifted", person.t("edge.ban.lift.reason"))).isPositive();
  }

  private static void reason(Person person, String words) {
    Person.type(
        person
            .dialog()
            .getByLabel(
                person.t("edge.change.reason"), new Locator.GetByLabelOptions().setExact(true)),
        words);
  }

  @ParameterizedTest
  @MethodSource("eu.rempart.journey.Way#two")
  void aRuleIsSavedWithAReasonAfterALookAtWhatItWouldHaveRefused(Way way) {
    String reason = "Attacks at night, " + way;
    try (Person person = Person.at(installation, way)) {
      person.signIn();
      person.open("/rules?place=BR");
      person
          .dialog()
          .getByRole(
              AriaRole.RADIO,
              new Locator.GetByRoleOptions()
                  .setName(person.t("edge.treatment.refused"))
                  .setExact(true))
          .check();
      reason(person, reason);
      person.dialogButton("edge.change.preview").click();
      assertThat(person.dialog().getByText(person.t("edge.preview.title"))).isVisible();
      assertThat(person.dialog().getByText("198.51.100.9/32")).isVisible();
      look(person, "rule");
      person.dialogButton("edge.change.save").click();
      person.isTold(person.t("edge.change.saved"));
      person.sees(reason);
      assertThat(inLedger("edge.rule.saved", reason)).isEqualTo(1);

      person
          .button("edge.limit.change.of", person.t("edge.limit.connections.per-second.address"))
          .click();
      assertThat(person.dialogButton("edge.change.preview")).isVisible();
      look(person, "limit");
      person.dialogButton("shell.cancel").click();
      look(person, "rules");
      assertThat(person.complaints()).isEmpty();
    }
  }

  private int inLedger(String kind, String reason) {
    try (Connection owner = installation.asOwner();
        var count =
            owner.prepareStatement("SELECT count(*) FROM ledger WHERE kind = ? AND reason = ?")) {
      count.setString(1, kind);
      count.setString(2, reason);
      try (ResultSet found = count.executeQuery()) {
        found.next();
        return found.getInt(1);
      }
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Both colour schemes, as people and as axe see them. */
  private static void look(Person person, String name) {
    person.settle();
    assertThat(person.page().locator("html"))
        .hasAttribute("lang", person.way().language().getLanguage());
    for (ColorScheme scheme : new ColorScheme[] {ColorScheme.DARK, ColorScheme.LIGHT}) {
      Lights.show(person.page(), scheme);
      person.picture(name + "-" + scheme.name().toLowerCase(Locale.ROOT));
      assertThat(Axe.violations(person.page())).as(name + " " + scheme).isEmpty();
    }
  }
}

package eu.rempart.watch.status;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.db.TestDatabase;
import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.objective.Objective;
import eu.rempart.watch.result.StatusReport;
import eu.rempart.watch.result.WatchLab;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StatusPageTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Zone FR = new Zone("FR");
  private static final Zone BR = new Zone("BR");

  private final WatchLab lab = new WatchLab(database);

  private Document page(Locale language) {
    return Jsoup.parse(StatusPage.write(lab.reports.forEverybody(), language));
  }

  private static Element section(Document page, Check check) {
    return Objects.requireNonNull(
        page.selectFirst("section[aria-labelledby=check-" + check.id() + "]"));
  }

  private static String fact(Element section, String name) {
    return section.select("dt").stream()
        .filter(term -> term.text().equals(name))
        .map(term -> Objects.requireNonNull(term.nextElementSibling()).text())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theTableOfTheBrochureStandsThereInBothLanguages() {
    Check check = lab.watch("HTTPS", FR, BR);
    for (int i = 0; i < 9; i++) {
      lab.minute(check, FR, i != 4);
      lab.minute(check, BR, true);
    }
    assertThat(section(page(Locale.ENGLISH), check).select("h2").text()).isEqualTo("HTTPS Up");
    lab.clock.pass(Duration.ofSeconds(511));

    Element english = section(page(Locale.ENGLISH), check);
    assertThat(fact(english, "Host (port)")).isEqualTo("crm.example (443)");
    assertThat(fact(english, "Check period")).isEqualTo("1 min");
    assertThat(fact(english, "Last check")).isEqualTo("8 min 31 s ago (all well)");
    assertThat(fact(english, "Since")).isEqualTo("1 Mar 2026");
    assertThat(fact(english, "Checks")).isEqualTo("18");
    assertThat(fact(english, "Outages")).isEqualTo("0");
    assertThat(fact(english, "Failed checks")).isEqualTo("1");
    assertThat(fact(english, "Uptime")).isEqualTo("94.444 %");
    assertThat(fact(english, "Average response time")).isEqualTo("0.673 s");
    assertThat(english.select("tbody tr")).hasSize(2);
    assertThat(english.select("tbody tr").eachText().getFirst()).startsWith("Brazil 9 0 100.000 %");
    assertThat(english.select("svg rect")).hasSize(StatusReport.DAYS);
    assertThat(english.select("svg rect.status-bar-bad")).hasSize(1);

    Element french = section(page(Locale.FRENCH), check);
    assertThat(fact(french, "Disponibilité")).isEqualTo("94,444 %");
    assertThat(fact(french, "Dernier contrôle")).isEqualTo("il y a 8 min 31 s (tout va bien)");
  }

  /** The page has no scripts: what a phone leaves out stands in its style sheet. */
  @Test
  void aPhoneLeavesOutNoNumberThatIsNotToldByOthers() throws Exception {
    Check check = lab.watch("by place", FR, BR);
    lab.minute(check, FR, true);
    lab.minute(check, BR, true);
    List<String> columns = section(page(Locale.ENGLISH), check).select("thead th").eachText();
    String styles = Files.readString(Path.of("..", "frontend", "styles", "status.css"));
    List<String> hidden =
        Pattern.compile(":nth-child\\((\\d)\\) \\{\\s+display: none")
            .matcher(styles)
            .results()
            .map(found -> columns.get(Integer.parseInt(found.group(1)) - 1))
            .toList();
    assertThat(hidden).containsExactly("Failed checks");
  }

  @Test
  void anOutageIsToldWithItsStoryAndMaintenanceWithItsMinutes() {
    Check check = lab.watch("Web", Zone.HOME);
    lab.minute(check, Zone.HOME, false);
    lab.minute(check, Zone.HOME, false);
    Document down = page(Locale.ENGLISH);
    assertThat(down.select(".status-overall").text()).contains("down");
    assertThat(down.text()).contains("Down, as seen from this server: answered with status 503");
    lab.minute(check, Zone.HOME, true);
    lab.minute(check, Zone.HOME, true);
    lab.work(check, "a new disk", Duration.ofMinutes(30));
    Document after = page(Locale.ENGLISH);
    assertThat(after.text()).contains("Up again", "a new disk", "30 minutes that are not counted");
    assertThat(page(Locale.FRENCH).text()).contains("De nouveau disponible");
  }

  @Test
  void whatIsDownComesFirstAndManyServicesFoldTheirPlaces() {
    database.owner().execute("UPDATE watch_check SET retired_at = now() WHERE retired_at IS NULL");
    Check first = lab.watch("A", FR, BR);
    lab.minute(first, FR, true);
    lab.minute(first, BR, true);
    assertThat(section(page(Locale.ENGLISH), first).select("details[open] table")).hasSize(1);
    for (String name : List.of("B", "C", "D", "E")) {
      lab.minute(lab.watch(name, Zone.HOME), Zone.HOME, true);
    }
    Check down = lab.watch("Z", Zone.HOME);
    lab.minute(down, Zone.HOME, false);
    lab.minute(down, Zone.HOME, false);
    Document many = page(Locale.ENGLISH);
    assertThat(many.select("section h2").eachText().getFirst()).isEqualTo("Z Down");
    assertThat(section(many, first).select("details:not([open]) table")).hasSize(1);
  }

  @Test
  void ofAnObjectiveThatIsMissedNobodySaysThatItLasts() {
    Check check = lab.watch("missed", new Objective(99_999, Objective.Over.THIRTY_DAYS), Zone.HOME);
    for (int i = 0; i < 3; i++) {
      lab.minute(check, Zone.HOME, i > 0);
    }
    lab.clock.pass(Duration.ofDays(4));
    lab.minute(check, Zone.HOME, true);
    Element english = section(page(Locale.ENGLISH), check);
    assertThat(fact(english, "May still fail")).startsWith("nothing");
    assertThat(fact(english, "How fast it goes")).isEqualTo("it is used up");
    Element bar = Objects.requireNonNull(english.selectFirst("svg.status-budget"));
    assertThat(bar.select("rect")).hasSize(1);
    assertThat(bar.select("rect.status-budget-over").attr("width")).isEqualTo("1000");
  }

  @Test
  void anObjectiveIsToldWithWhatIsLeftOfIt() {
    Objective objective = new Objective(99_000, Objective.Over.THIRTY_DAYS);
    Check check = lab.watch("aimed", objective, Zone.HOME);
    for (int i = 0; i < 60; i++) {
      lab.minute(check, Zone.HOME, i >= 6);
    }
    // 30 days may fail for 432 minutes; a tenth of an hour did
    Element english = section(page(Locale.ENGLISH), check);
    assertThat(fact(english, "Objective")).isEqualTo("99 % in 30 days");
    assertThat(fact(english, "May still fail")).isEqualTo("7 h 6 min of 7 h 12 min (98.6 %)");
    assertThat(fact(english, "How fast it goes"))
        .isEqualTo("very fast: 10 times within an hour, 10 times within six");
    Element bar = Objects.requireNonNull(english.selectFirst("svg.status-budget"));
    assertThat(bar.attr("aria-label")).startsWith("May still fail: 7 h 6 min");
    assertThat(bar.select("rect.status-budget-left").attr("width")).isEqualTo("986");
    assertThat(fact(section(page(Locale.FRENCH), check), "Peut encore échouer"))
        .isEqualTo("7 h 6 min sur 7 h 12 min (98,6 %)");

    JsonNode json = JsonMapper.shared().readTree(StatusJson.write(alone(check), List.of()));
    JsonNode told = json.get("services").get(0).get("objective");
    assertThat(told.get("percent").asDouble()).isEqualTo(99.0);
    assertThat(told.get("budgetSeconds").asLong()).isEqualTo(432 * 60);
    assertThat(told.get("leftSeconds").asLong()).isEqualTo(426 * 60);
    assertThat(told.get("burnRateHour").asDouble()).isEqualTo(10.0);

    Check none = lab.watch("not aimed", Zone.HOME);
    lab.minute(none, Zone.HOME, true);
    assertThat(section(page(Locale.ENGLISH), none).select("svg.status-budget")).isEmpty();
    JsonNode other = JsonMapper.shared().readTree(StatusJson.write(alone(none), List.of()));
    assertThat(other.get("services").get(0).get("objective").isNull()).isTrue();
  }

  @Test
  void markupInNamesIsText() {
    Check check = lab.watch("<script>alert(1)</script>\"'&", Zone.HOME);
    lab.work(check, "</ul><img src=x onerror=alert(2)>", Duration.ofMinutes(5));
    String html = StatusPage.write(lab.reports.forEverybody(), Locale.ENGLISH);
    assertThat(html).doesNotContain("<script", "<img").contains("&lt;script&gt;alert(1)");
    Document page = Jsoup.parse(html);
    assertThat(section(page, check).select("h2").text()).contains("<script>alert(1)</script>\"'&");
    assertThat(page.select("[style], [onerror], form, script")).isEmpty();
  }

  @Test
  void programsReadTheSameNumbers() {
    Check check = lab.watch("json", Zone.HOME);
    lab.minute(check, Zone.HOME, true);
    lab.minute(check, Zone.HOME, false);
    JsonNode json =
        JsonMapper.shared().readTree(StatusJson.write(lab.reports.forEverybody(), List.of()));
    JsonNode service =
        json.get("services")
            .valueStream()
            .filter(node -> node.get("name").asString().equals("json"))
            .findFirst()
            .orElseThrow();
    assertThat(service.get("checks").asLong()).isEqualTo(2);
    assertThat(service.get("failedChecks").asLong()).isEqualTo(1);
    assertThat(service.get("uptimePercent").asDouble()).isEqualTo(50.0);
    assertThat(service.get("state").asString()).isEqualTo("SUSPECT");
    assertThat(service.get("last").get("failure").asString()).isEqualTo("status");
    assertThat(service.get("zones").get("HOME").get("checks").asLong()).isEqualTo(2);
  }

  @Test
  void timeWithoutTheServerIsNotMeasured() throws Exception {
    Check own = lab.watch("own", Zone.HOME);
    Check elsewhere = lab.watch("elsewhere", FR);
    lab.minute(own, Zone.HOME, true);
    lab.beat();
    lab.clock.pass(Duration.ofSeconds(5));
    lab.beat();
    assertThat(section(page(Locale.ENGLISH), own).text()).doesNotContain("Not measured");

    lab.clock.pass(Duration.ofSeconds(54));
    lab.beat();
    String name = "Not measured in 90 days, while this server was away";
    assertThat(fact(section(page(Locale.ENGLISH), own), name)).isEqualTo("54 s");
    assertThat(section(page(Locale.ENGLISH), own).select("svg title").eachText())
        .last()
        .asString()
        .endsWith("100.000 %; not measured for 54 s");
    assertThat(section(page(Locale.ENGLISH), elsewhere).text())
        .as("agents went on")
        .doesNotContain("Not measured");
    JsonNode json =
        JsonMapper.shared().readTree(StatusJson.write(alone(own), List.of())).get("services");
    assertThat(json.get(0).get("notMeasuredSeconds").asLong()).isEqualTo(54);
    assertThat(
            json.get(0).get("days").values().iterator().next().get("notMeasuredSeconds").asLong())
        .isEqualTo(54);
  }

  /** As if there were no other checks than this one. */
  private StatusReport alone(Check check) {
    StatusReport all = lab.reports.forEverybody();
    return new StatusReport(
        all.at(),
        all.firstDay(),
        all.checks().stream().filter(status -> status.check().id().equals(check.id())).toList(),
        List.of(),
        List.of());
  }

  private String badge(Check check) {
    return Objects.requireNonNull(
            Jsoup.parse(StatusBadge.write(alone(check), Locale.ENGLISH)).selectFirst("svg"))
        .attr("aria-label");
  }

  @Test
  void theBadgeTellsHowItIs() {
    Check check = lab.watch("badge", Zone.HOME);
    assertThat(badge(check)).isEqualTo("availability: unknown");
    lab.minute(check, Zone.HOME, true);
    assertThat(badge(check)).isEqualTo("availability: up · 100.000 %");
    lab.minute(check, Zone.HOME, false);
    lab.minute(check, Zone.HOME, false);
    assertThat(badge(check)).isEqualTo("availability: down · 33.333 %");
    assertThat(StatusBadge.write(lab.reports.forEverybody(), Locale.ENGLISH))
        .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"")
        .doesNotContain("<script");
  }

  @Test
  void nobodySaysThatWhatIsNotMeasuredIsUp() {
    Check check = lab.watch("silent", Zone.HOME);
    assertThat(StatusPage.worst(alone(check))).isEqualTo(StatusPage.Overall.UNKNOWN);
    lab.minute(check, Zone.HOME, true);
    assertThat(StatusPage.worst(alone(check))).isEqualTo(StatusPage.Overall.WELL);
    lab.clock.pass(check.rules().silentAfter().plusSeconds(1));
    Document page = Jsoup.parse(StatusPage.write(alone(check), Locale.ENGLISH));
    assertThat(page.select(".status-overall.status-unknown").text())
        .startsWith("Not everything is measured");
    assertThat(page.select("h2").eachText()).contains("silent Not known");
    JsonNode json = JsonMapper.shared().readTree(StatusJson.write(alone(check), List.of()));
    assertThat(json.get("overall").asString()).isEqualTo("unknown");
    assertThat(json.get("services").get(0).get("state").asString()).isEqualTo("UNKNOWN");
    assertThat(badge(check)).startsWith("availability: unknown");
  }

  @Test
  void anOutageOfWhichNothingIsHeardGoesOn() {
    Check check = lab.watch("gone", Zone.HOME);
    lab.minute(check, Zone.HOME, false);
    lab.minute(check, Zone.HOME, false);
    lab.clock.pass(Duration.ofDays(40));
    assertThat(StatusPage.worst(alone(check))).isEqualTo(StatusPage.Overall.DOWN);
  }
}

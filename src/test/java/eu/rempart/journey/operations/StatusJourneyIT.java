package eu.rempart.journey.operations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eu.rempart.journey.Chromium;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Looks;
import eu.rempart.journey.Person;
import eu.rempart.journey.Waits;
import eu.rempart.journey.Way;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody whom nobody knows reads the public page: how it is, how it was, and what is planned. */
class StatusJourneyIT {

  private static final Installation installation = Installation.shared();
  private static StatusSample sample;

  @BeforeAll
  static void watch() throws Exception {
    sample = new StatusSample(installation);
  }

  @AfterAll
  static void forget() throws Exception {
    sample.close();
  }

  @ParameterizedTest
  @MethodSource("eu.rempart.journey.Way#two")
  void aStrangerReadsHowItIsHowItWasAndWhatIsPlanned(Way way) {
    try (Person person = Person.at(installation, way)) {
      openWhole(person.page());
      reads(person, person.page());
      Looks.fits(person.page());
      Looks.at(person, "status");
      assertThat(person.complaints()).isEmpty();
    }
  }

  /** All of it, since it has none; the tables of places open and shut all the same. */
  @ParameterizedTest
  @MethodSource("eu.rempart.journey.Way#two")
  void nothingIsMissingWithoutScripts(Way way) {
    try (Person person = Person.at(installation, way);
        BrowserContext plain =
            Chromium.browser()
                .newContext(
                    way.looks()
                        .setBaseURL(installation.url())
                        .setJavaScriptEnabled(false)
                        .setIgnoreHTTPSErrors(true))) {
      Page page = plain.newPage();
      openWhole(page);
      assertThat(page.locator("script")).hasCount(0);
      reads(person, page);
      Locator table = service(page, sample.shop).getByRole(AriaRole.TABLE);
      service(page, sample.shop).locator("summary").press("Enter");
      assertThat(table).not().isVisible();
      service(page, sample.shop).locator("summary").click();
      assertThat(table).isVisible();
    }
  }

  /** The page may be seconds old. */
  private static void openWhole(Page page) {
    Waits.until(
        page,
        () -> {
          page.navigate("/status");
          return service(page, sample.shop).count() == 1;
        });
  }

  private static Locator service(Page page, UUID check) {
    return page.locator("section[aria-labelledby='check-" + check + "']");
  }

  private static void reads(Person person, Page page) {
    assertThat(page).hasTitle(person.t("watch.status.title"));
    assertThat(page.locator("html")).hasAttribute("lang", person.way().language().getLanguage());
    assertThat(page.getByText(person.t("watch.status.all.trouble"))).isVisible();
    theTableOfTheBrochure(person, service(page, sample.shop));
    places(person, service(page, sample.shop));
    Locator desk = service(page, sample.desk);
    assertThat(desk.getByRole(AriaRole.HEADING))
        .hasText(StatusSample.DESK + " " + person.t("watch.stage.up"));
    assertThat(desk.getByText(person.t("watch.status.trouble", person.t("watch.zone.HK"))))
        .isVisible();
    is(person, desk, "watch.status.failed", "3");
    is(person, desk, "watch.status.uptime", "99[.,]950 %");
    days(person, service(page, sample.shop));
    stories(person, page);
  }

  private static void theTableOfTheBrochure(Person person, Locator shop) {
    assertThat(shop.getByRole(AriaRole.HEADING))
        .hasText(StatusSample.SHOP + " " + person.t("watch.stage.up"));
    is(person, shop, "watch.status.host", "shop\\.example \\(443\\)");
    is(person, shop, "watch.status.period", "1 h");
    String ago = person.t("watch.status.ago", "#", person.t("watch.status.ok"));
    is(person, shop, "watch.status.last", like(ago, "1[0-4] min( \\d+ s)?"));
    is(person, shop, "watch.status.since", "\\d{1,2} \\S+ \\d{4}");
    is(person, shop, "watch.status.checks", "5\\D988");
    is(person, shop, "watch.status.outages", "1");
    is(person, shop, "watch.status.failed", "36");
    is(person, shop, "watch.status.uptime", "99[.,]399 %");
    is(person, shop, "watch.status.average", "0[.,]240 s");
    is(person, shop, "watch.status.excluded", "240 min");
    assertThat(shop.locator(".status-budget")).isVisible();
  }

  /** A sentence with something in it that a pattern describes; of a kind that browsers know. */
  private static String like(String sentence, String pattern) {
    return sentence.replaceAll("[().]", "\\\\$0").replace("#", pattern).replace(" ", "\\s");
  }

  private static void is(Person person, Locator service, String name, String pattern) {
    Locator fact =
        service
            .locator("dl > div")
            .filter(
                new Locator.FilterOptions()
                    .setHas(
                        service
                            .page()
                            .locator("dt")
                            .getByText(
                                person.t(name), new Locator.GetByTextOptions().setExact(true))));
    assertThat(fact.locator("dd"))
        .hasText(Pattern.compile("^" + pattern.replace(" ", "\\s") + "$"));
    assertThat(fact.locator("dd")).isVisible();
  }

  private static void places(Person person, Locator shop) {
    Locator rows = shop.locator("tbody tr");
    assertThat(rows).hasCount(3);
    for (String zone : new String[] {"FR", "BR", "HK"}) {
      Locator row =
          rows.filter(new Locator.FilterOptions().setHasText(person.t("watch.zone." + zone)));
      assertThat(row.locator("td"))
          .hasText(
              new Pattern[] {
                Pattern.compile("^1\\D996$"),
                Pattern.compile("^12$"),
                Pattern.compile("^99[.,]399\\s%$"),
                Pattern.compile(zone.equals("FR") ? "0[.,]120\\ss" : "0[.,][23][46]0\\ss")
              });
    }
  }

  private static void days(Person person, Locator shop) {
    Locator bars = shop.locator(".status-bars");
    assertThat(bars.locator("rect")).hasCount(90);
    assertThat(bars.locator(".status-bar-bad").first()).isVisible();
    assertThat(bars.locator(".status-bar-well").first()).isVisible();
    assertThat(bars.locator(".status-bar-none").first()).isVisible();
    String told = person.t("watch.status.bars", 90, "#");
    assertThat(bars).hasAttribute("aria-label", Pattern.compile(like(told, "\\d\\d[.,]\\d{3} %")));
  }

  private static void stories(Person person, Page page) {
    Locator planned = page.locator("section[aria-labelledby='maintenance']");
    // what is over is planned no more
    assertThat(planned.getByText(StatusSample.WORKS)).hasCount(1);
    assertThat(planned.locator("p")).containsText("90 minutes");
    Locator incident = page.locator("section[aria-labelledby='incidents'] .status-list > li");
    assertThat(incident).hasCount(1);
    assertThat(incident.locator("strong")).hasText(StatusSample.SHOP);
    assertThat(incident.locator("ol li")).hasCount(4);
    String zones = person.t("watch.zone.BR") + ", " + person.t("watch.zone.FR");
    assertThat(incident.locator("ol li").first())
        .containsText(person.t("watch.step.down", zones, person.t("watch.failure.status", 503)));
    assertThat(incident.locator("ol li").nth(1)).containsText(StatusSample.NOTE);
    assertThat(incident.locator("ol li").last()).containsText(person.t("watch.step.up"));
  }
}

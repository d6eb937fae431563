package eu.rempart.attack;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import eu.rempart.attack.GateTables.Step;
import eu.rempart.journey.CutProxy;
import eu.rempart.journey.Person;
import eu.rempart.journey.Waits;
import eu.rempart.journey.Way;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A flood and a run of guessed passwords, from countries that nobody else comes from, as an
 * administrator sees them: on the map within seconds, slowed, banned with a reason, told, and let
 * in again by a click. Meanwhile a record is saved again and again in another browser.
 */
@Tag("attack")
class FloodMapIT {

  /** What is promised from the beginning of an attack until it is on the map. */
  private static final Duration PROMISED = Duration.ofSeconds(5);

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Two at once, since the edge names a flood from 100 refusals a second, on slow machines too. */
  private static final List<String> CROWDS = List.of("AU", "AU");

  /** At least so many times a record is saved while the attacks go on. */
  private static final int SAVED = 5;

  private final Target target = Target.shared();

  private final List<Attack> attacks =
      List.of(
          Attack.flooding(target, "NG"),
          Attack.flooding(target, "KR"),
          Attack.flooding(target, "PE"),
          Attack.guessing(target, "KE"),
          Attack.guessing(target, "PH"));

  @Test
  void attacksAreSeenOnTheMapSlowedBannedAndToldWhileAMemberWorks() throws Exception {
    target.change(GateTables::clear);
    try (CutProxy home = from("FR");
        CutProxy office = from("FR");
        Person watcher = Person.at("https://localhost:" + home.port(), Way.DESKTOP_ENGLISH);
        Person worker = Person.at("https://localhost:" + office.port(), Way.DESKTOP_ENGLISH)) {
      worker.signIn();
      worker.createContact("Ada", "Undisturbed", phone(0));
      watcher.signIn();
      watcher.open("/traffic");
      for (Attack attack : attacks) {
        assertThat(line(watcher, attack)).hasCount(0);
        assertThat(isDrawn(watcher, attack)).isFalse();
      }
      AtomicBoolean over = new AtomicBoolean();
      try (Pace pace = new Pace()) {
        long begun = System.nanoTime();
        List<CompletableFuture<Void>> going = new ArrayList<>();
        for (Attack attack : attacks) {
          going.add(attack.begin(target, pace, over));
        }
        for (String country : CROWDS) {
          going.add(Attack.crowd(target, country, pace, over));
        }
        assertOnTheMap(watcher, begun);
        watcher.picture("flood-begins");
        assertSlowed(watcher);
        assertFailedSignInsByCountry(watcher);
        workUntilAllAreBanned(worker);
        assertThat(watcher.page().getByText(Pattern.compile("^" + flood(watcher)))).isVisible();
        watcher.picture("flood");
        Locator map = watcher.main().locator("rempart-world-map");
        assertThat(map.getByRole(AriaRole.IMG))
            .hasAttribute(
                "aria-label", Pattern.compile(".*" + attacks.getFirst().country() + " 0 .*"));
        map.scrollIntoViewIfNeeded();
        watcher.picture("flood-map");
        over.set(true);
        CompletableFuture.allOf(going.toArray(CompletableFuture[]::new)).join();
      }
      assertAnswered();
      assertListedWithTheirReasons(watcher);
      lift(watcher, attacks.getFirst());
      assertToldOnTheWallAndAmongAlerts(watcher);
      assertThat(watcher.complaints()).isEmpty();
      assertThat(worker.complaints()).isEmpty();
    }
    target.member().assertServed();
  }

  /** A way in for a browser there. */
  private CutProxy from(String country) throws IOException {
    return CutProxy.balancer(target.port(), Visitor.header(target.country(country)));
  }

  /** In its colours and discs, and what floods also among the numbers that stand beside it. */
  private void assertOnTheMap(Person watcher, long begun) {
    for (Attack attack : attacks) {
      Waits.until(watcher.page(), () -> isDrawn(watcher, attack), left(begun));
      if (attack.floods()) {
        assertThat(line(watcher, attack))
            .containsText(
                watcher.t("edge.places.marked.short") + " ",
                new LocatorAssertions.ContainsTextOptions().setTimeout(left(begun)));
      }
    }
  }

  /** In milliseconds; 0 would be for ever. */
  private static double left(long begun) {
    return Math.max(1, PROMISED.toMillis() - (System.nanoTime() - begun) / 1e6);
  }

  private static Locator line(Person watcher, Attack attack) {
    return watcher
        .main()
        .locator(".traffic-places rempart-ranking")
        .getByRole(
            AriaRole.BUTTON,
            new Locator.GetByRoleOptions().setName(Pattern.compile("^" + attack.country() + " ")));
  }

  /** A flood is a disc, since all of it is refused; whoever guesses passwords shakes hands. */
  private static boolean isDrawn(Person watcher, Attack attack) {
    Object number =
        watcher
            .main()
            .locator("rempart-world-map")
            .evaluate(
                "(map, [code, what]) => map.places.find(each => each.code === code)?.[what] ?? 0",
                List.of(attack.code(), attack.floods() ? "mark" : "value"));
    return ((Number) number).longValue() > 0;
  }

  private static String flood(Person watcher) {
    return watcher.t("edge.flood.now", 0, "").split("0", 2)[0];
  }

  private static String phone(int round) {
    return "+33 1 70 18 99 %02d".formatted(round);
  }

  private void workUntilAllAreBanned(Person worker) throws Exception {
    List<Attack> going = new ArrayList<>(attacks);
    long end = System.nanoTime() + PATIENCE.toNanos();
    for (int saved = 1; saved <= SAVED || !going.isEmpty(); saved++) {
      worker.button("contact.edit").click();
      worker.phoneField().fill(phone(saved));
      worker.dialogButton("contact.save").click();
      worker.sees(phone(saved));
      for (Attack attack : List.copyOf(going)) {
        if (steps(attack).stream().anyMatch(step -> step.step().equals("BANNED"))) {
          going.remove(attack);
        }
      }
      assertThat(System.nanoTime() - end).as("not banned: %s", going).isNegative();
    }
  }

  private List<Step> steps(Attack attack) throws Exception {
    return target.tables().steps(attack.network());
  }

  private void assertAnswered() throws Exception {
    for (Attack attack : attacks) {
      assertThat(steps(attack))
          .as(attack.country())
          .extracting(Step::step)
          .containsExactly("SLOWED", "BANNED");
      assertThat(target.at(attack.source()).isServed()).as(attack.country()).isFalse();
      String address = attack.source().address().getHostAddress();
      assertThat(target.tables().events("edge.banned", address)).isEqualTo(1);
    }
  }

  /** With the floods, which are quicker than whoever tries passwords. */
  private void assertSlowed(Person watcher) {
    for (Attack attack : attacks) {
      if (attack.floods()) {
        awaitListed(watcher, attack, "edge.ban.slowed");
      }
    }
  }

  /** Among all of them: more than a few are shown when asked for. */
  private static void awaitListed(Person watcher, Attack attack, String step) {
    Locator folded =
        watcher
            .main()
            .locator(".traffic-panel")
            .filter(new Locator.FilterOptions().setHasText(watcher.t("edge.bans.title")))
            .locator("vaadin-button[aria-expanded=false]:visible");
    Waits.until(
        watcher.page(),
        () -> {
          // it may be gone in this moment, since they are few again
          folded.evaluateAll("all => all.forEach(each => each.click())");
          return listed(watcher, attack).getByText(watcher.t(step)).count() > 0;
        });
  }

  private void assertFailedSignInsByCountry(Person watcher) {
    for (Attack attack : attacks) {
      if (!attack.floods()) {
        String failed = watcher.t("edge.sign-ins.places");
        assertThat(
                watcher
                    .main()
                    .getByRole(AriaRole.LIST, new Locator.GetByRoleOptions().setName(failed))
                    .getByText(attack.country()))
            .isVisible();
      }
    }
  }

  private static Locator listed(Person watcher, Attack attack) {
    String bans = watcher.t("edge.bans.title");
    return watcher
        .main()
        .getByRole(AriaRole.LIST, new Locator.GetByRoleOptions().setName(bans).setExact(true))
        .getByRole(AriaRole.LISTITEM)
        .filter(new Locator.FilterOptions().setHasText(attack.network() + " "));
  }

  private void assertListedWithTheirReasons(Person watcher) throws Exception {
    for (Attack attack : attacks) {
      Step ban = steps(attack).getLast();
      assertThat(ban.cause()).isIn(attack.causes());
      awaitListed(watcher, attack, "edge.ban.banned");
      Locator line = listed(watcher, attack);
      assertThat(line).containsText(ban.why(Locale.ENGLISH));
    }
  }

  private void lift(Person watcher, Attack attack) throws Exception {
    watcher.button("edge.ban.lift.of", attack.network()).click();
    watcher.isTold(watcher.t("edge.change.saved"));
    // for the rest of its ten minutes
    awaitListed(watcher, attack, "edge.ban.slowed");
    Patience.until("who is lifted comes in", () -> target.at(attack.source()).isServed());
  }

  private void assertToldOnTheWallAndAmongAlerts(Person watcher) {
    watcher.open("/security/wall");
    for (Attack attack : attacks) {
      assertThat(isDrawn(watcher, attack)).isTrue();
    }
    watcher.open("/alerts");
    watcher.sees(watcher.t("alert.what.edge-flood.title"));
    watcher.sees(watcher.t("alert.what.edge-bans.title"));
    watcher.picture("flood-alerts");
  }
}

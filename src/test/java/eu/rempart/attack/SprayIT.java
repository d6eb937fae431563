package eu.rempart.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.rempart.attack.GateTables.Step;
import eu.rempart.tls.gate.Prefix;
import eu.rempart.tls.gate.Source;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Passwords are sprayed with one try from each address, which nothing that is counted by address
 * sees: from the addresses of one network, and from networks of several countries.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("attack")
class SprayIT {

  private static final List<String> COUNTRIES =
      List.of("US", "CN", "BR", "IN", "ID", "VN", "TH", "MX");

  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Pattern WAIT = Pattern.compile("wait=(\\d+)&why=source");

  /** In seconds; longer ones are no slowing down, but a refusal until the spray is over. */
  private static final int SLOWED = 60;

  private final Target target = Target.own("sprays");
  private int accounts;

  /** What became of a try. */
  private enum Outcome {
    /** The password was looked at. */
    ANSWERED,
    SLOWED,
    /** At the sign-in page, or before it. */
    REFUSED
  }

  @BeforeAll
  void nothingIsRuled() throws Exception {
    target.change(GateTables::clear);
  }

  @AfterAll
  void letGo() {
    target.close();
  }

  @AfterEach
  void theMemberWorked() {
    target.member().assertServed();
  }

  /** A try at an account that nobody tried before. */
  private Outcome tryOnce(Source source) {
    try (Conversation conversation = target.at(source).open()) {
      String account = "sprayed-%d@rempart.test".formatted(accounts++);
      Answer answer =
          conversation.post("/login", "username=" + Member.coded(account) + "&password=guess");
      Matcher wait = WAIT.matcher(answer.headers().getOrDefault("Location", ""));
      if (!wait.find()) {
        return Outcome.ANSWERED;
      }
      return Integer.parseInt(wait.group(1)) < SLOWED ? Outcome.SLOWED : Outcome.REFUSED;
    } catch (IOException cut) {
      return Outcome.REFUSED;
    }
  }

  private List<Step> steps(Prefix network) throws Exception {
    return target.tables().steps(network);
  }

  private boolean isBanned(Prefix network) throws Exception {
    return steps(network).stream().anyMatch(step -> step.step().equals("BANNED"));
  }

  @Test
  @Order(1) // while nothing else sprays
  void addressesOfOneSlash24AreAddedUp() throws Exception {
    Source some = target.country("ZA");
    List<Source> network =
        IntStream.range(1, 255)
            .mapToObj(last -> new Source(some.high(), (some.low() & ~0xffL) | last))
            .toList();
    assertNetworkIsBanned(network, new Source(some.high(), some.low() ^ 0x100));
  }

  @Test
  @Order(2)
  void addressesOfOneSlash48AreAddedUp() throws Exception {
    Source some = target.country6("UA");
    List<Source> network =
        IntStream.range(1, 255)
            .mapToObj(each -> new Source((some.high() & ~0xffffL) | each, some.low()))
            .toList();
    assertNetworkIsBanned(network, new Source(some.high() ^ 0x1_0000, some.low()));
  }

  private void assertNetworkIsBanned(List<Source> network, Source neighbour) throws Exception {
    Source first = network.getFirst();
    Prefix whole = Prefix.coarse(first.high(), first.low());
    var tries = network.iterator();
    try (Pace pace = new Pace()) {
      pace.go(
              "one try from each address of a network",
              PAUSE,
              () -> {
                if (isBanned(whole)) {
                  return true;
                }
                if (tries.hasNext()) {
                  tryOnce(tries.next());
                }
                return false;
              })
          .join();
    }
    assertThat(steps(whole))
        .extracting(Step::step, Step::cause)
        .containsExactly(
            tuple("SLOWED", "credential-stuffing"), tuple("BANNED", "credential-stuffing"));
    Source unused = network.getLast();
    Patience.until("the ban holds", () -> !target.at(unused).isServed());
    assertThat(target.at(neighbour).isServed()).as("the network beside it").isTrue();
  }

  @Test
  @Order(3) // strangers of these countries wait from now on
  void strangersOfSprayingCountriesWaitAndAreThenRefused() throws Exception {
    Map<String, List<Outcome>> outcomes = new TreeMap<>();
    List<Source> sources = new ArrayList<>();
    try (Pace pace = new Pace()) {
      pace.go(
              "one try from each address of several countries",
              PAUSE,
              () -> {
                String country = COUNTRIES.get(sources.size() % COUNTRIES.size());
                Source source = target.country(country);
                sources.add(source);
                List<Outcome> seen = outcomes.computeIfAbsent(country, _ -> new ArrayList<>());
                Outcome outcome = tryOnce(source);
                if (seen.isEmpty() || seen.getLast() != outcome) {
                  seen.add(outcome);
                }
                return outcomes.size() == COUNTRIES.size()
                    && outcomes.values().stream()
                        .allMatch(each -> each.getLast() == Outcome.REFUSED);
              })
          .join();
    }
    assertThat(outcomes)
        .allSatisfy(
            (country, seen) ->
                assertThat(seen)
                    .as(country)
                    .containsExactly(Outcome.ANSWERED, Outcome.SLOWED, Outcome.REFUSED));
    for (Source source : List.of(sources.getFirst(), sources.get(20), sources.get(35))) {
      Prefix one = Prefix.fine(source.high(), source.low());
      Patience.until("who tried once is banned, too", PAUSE, () -> isBanned(one));
      assertThat(steps(one))
          .extracting(Step::step, Step::cause)
          .containsExactly(
              tuple("SLOWED", "password-spraying"), tuple("BANNED", "password-spraying"));
    }
    assertThat(target.tables().events("edge.spraying", null)).isGreaterThan(0);
  }

  @Test
  @Order(4)
  void strangerAtTheMembersPlaceIsStillAnswered() {
    assertThat(tryOnce(target.country("FR"))).isEqualTo(Outcome.ANSWERED);
  }
}

package eu.rempart.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.rempart.attack.GateTables.Step;
import eu.rempart.edge.rule.Limit;
import eu.rempart.tls.gate.Prefix;
import eu.rempart.tls.gate.Source;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
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
 * Each kind of abuse, all at the same time, each from an address of its own: it is slowed, banned
 * when it goes on, explained in words, and written down once for each step and not for each packet.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("attack")
class AbuseIT {

  private static final Duration QUICKLY = Duration.ofMillis(2);
  private static final Duration STEADILY = Duration.ofMillis(60);
  private static final int SPRAYERS = 13;
  private static final int SPRAYED = 3;

  private final Target target = Target.shared();

  /** By cause. */
  private final Map<String, Source> attackers = new LinkedHashMap<>();

  private final Queue<Socket> held = new ConcurrentLinkedQueue<>();

  @BeforeAll
  void everybodyAttacksUntilBanned() throws Exception {
    target.change(
        rows -> {
          rows.clear();
          // so that who costs signatures is not refused before that is noticed
          rows.limit(Limit.PER_SECOND_ADDRESS, 1_000);
          rows.limit(Limit.PER_SECOND_NETWORK, 1_000);
          rows.limit(Limit.HANDSHAKES_ADDRESS, 1_000);
          rows.slow("US", 100);
        });
    try (Pace pace = new Pace()) {
      List<CompletableFuture<Void>> all = new ArrayList<>();
      all.add(attack(pace, QUICKLY, "connection-flood", "US", this::knock));
      all.add(attack(pace, Duration.ofMillis(20), "unfinished-handshakes", "CN", this::shake));
      all.add(attack(pace, STEADILY, "scan", "RU", this::scan));
      all.add(attack(pace, STEADILY, "malformed", "BR", this::malformed));
      all.add(attack(pace, STEADILY, "slow-peer", "IN", this::slow));
      all.add(attack(pace, Duration.ofMillis(400), "credential-stuffing", "TR", this::stuff));
      // from the office where a member works, and by its own computer: see below
      Visitor atWork = target.at(target.member().source());
      all.add(
          pace.go(
              "from the office", STEADILY, times(100, () -> atWork.get("/wp-admin/at-work.php"))));
      CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
    }
  }

  @AfterAll
  void letGo() throws IOException {
    for (Socket socket : held) {
      socket.close();
    }
  }

  @AfterEach
  void theMemberWorked() {
    target.member().assertServed();
  }

  /** Something that an attacker does. */
  private interface Deed {
    void by(Visitor visitor) throws Exception;
  }

  private CompletableFuture<Void> attack(
      Pace pace, Duration pause, String cause, String country, Deed deed) throws IOException {
    Source source = target.country(country);
    attackers.put(cause, source);
    Visitor visitor = target.at(source);
    return pace.go(cause, pause, () -> isBanned(source) || does(deed, visitor));
  }

  private static Pace.Act times(int times, Pace.Act.Deed deed) {
    AtomicInteger left = new AtomicInteger(times);
    return () -> {
      deed.run();
      return left.decrementAndGet() <= 0;
    };
  }

  private static boolean does(Deed deed, Visitor visitor) throws Exception {
    try {
      deed.by(visitor);
    } catch (IOException refused) {
      // as it should be
    }
    return false;
  }

  private boolean isBanned(Source source) throws Exception {
    return target.tables().steps(Prefix.fine(source.high(), source.low())).stream()
        .anyMatch(step -> step.step().equals("BANNED"));
  }

  private void knock(Visitor visitor) throws IOException {
    visitor.knock().close();
  }

  /** Has the server sign, and goes. */
  private void shake(Visitor visitor) throws IOException {
    byte[] hello = visitor.hello();
    for (int i = 0; i < 4; i++) {
      try (Socket socket = visitor.knock()) {
        socket.getOutputStream().write(hello);
        assertThat(socket.getInputStream().read()).isGreaterThan(0);
      }
    }
  }

  private void scan(Visitor visitor) throws IOException {
    visitor.get("/wp-admin/%s.php".formatted(System.nanoTime()));
  }

  private void malformed(Visitor visitor) throws IOException {
    try (Socket socket = visitor.knock()) {
      socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(socket.getInputStream().read()).isEqualTo(-2);
    }
  }

  /** Left open with half a hello, until it is cut; a collector would close what nobody holds. */
  private void slow(Visitor visitor) throws IOException {
    byte[] hello = visitor.hello();
    Socket socket = visitor.knock();
    held.add(socket);
    socket.getOutputStream().write(hello, 0, hello.length / 2);
  }

  private void stuff(Visitor visitor) throws IOException {
    signIn(visitor, "stuffed-%d@rempart.test".formatted(System.nanoTime()));
  }

  private static void signIn(Visitor visitor, String account) throws IOException {
    try (Conversation conversation = visitor.open()) {
      conversation.post("/login", "username=" + Member.coded(account) + "&password=guess");
    }
  }

  @Test
  void eachIsSlowedThenBannedAndExplainedInBothLanguages() throws Exception {
    for (var each : attackers.entrySet()) {
      Source source = each.getValue();
      List<Step> steps = target.tables().steps(Prefix.fine(source.high(), source.low()));
      assertThat(steps)
          .as(each.getKey())
          .extracting(Step::step, Step::cause, Step::repetition)
          .containsExactly(tuple("SLOWED", each.getKey(), 1), tuple("BANNED", each.getKey(), 1));
      assertThat(steps.getLast().minutes()).isEqualTo(15);
      for (Step step : steps) {
        assertExplained(step, Locale.ENGLISH);
        assertExplained(step, Locale.FRENCH);
      }
    }
  }

  private static void assertExplained(Step step, Locale language) {
    String words = step.why(language);
    assertThat(words).doesNotContain("{", "edge.cause").containsPattern("[0-9]{2}");
  }

  @Test
  void eachStepIsWrittenDownOnceAndNotForEachPacket() throws Exception {
    for (var each : attackers.entrySet()) {
      String address = each.getValue().address().getHostAddress();
      assertThat(target.tables().events("edge.slowed", address)).as(each.getKey()).isEqualTo(1);
      assertThat(target.tables().events("edge.banned", address)).as(each.getKey()).isEqualTo(1);
      assertThat(target.tables().events("edge.source.refused", address)).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void whoIsBannedIsRefusedAndTheNeighboursAreNot() throws Exception {
    for (Source source : attackers.values()) {
      assertThat(target.at(source).isServed()).as("%s", source.address()).isFalse();
      Source neighbour = new Source(source.high(), source.low() ^ 1);
      assertThat(target.at(neighbour).isServed()).as("%s", neighbour.address()).isTrue();
    }
  }

  @Test
  void anAdministratorsOwnAddressIsNeverTouched() throws Exception {
    Source source = target.member().source();
    assertThat(target.tables().steps(Prefix.fine(source.high(), source.low()))).isEmpty();
  }

  @Test
  @Order(Integer.MAX_VALUE) // the others look at what was done before
  void whoComesBackAfterABanIsBannedForFourTimesAsLong() throws Exception {
    Source source = Objects.requireNonNull(attackers.get("scan"));
    Prefix network = Prefix.fine(source.high(), source.low());
    target.change(rows -> rows.end(network));
    Visitor visitor = target.at(source);
    try (Pace pace = new Pace()) {
      pace.go(
              "scan again",
              STEADILY,
              () -> target.tables().steps(network).size() > 2 || does(this::scan, visitor))
          .join();
    }
    Step again = target.tables().steps(network).getLast();
    assertThat(again.step()).isEqualTo("BANNED");
    assertThat(again.repetition()).isEqualTo(2);
    assertThat(again.minutes()).isEqualTo(60);
  }

  @Test
  void sourcesThatTogetherTryManyAccountsAreFoundOut() throws Exception {
    List<Visitor> sources = new ArrayList<>();
    for (int i = 0; i < SPRAYERS; i++) {
      sources.add(target.at(i % 2 == 0 ? target.country("UA") : target.country6("RU")));
    }
    for (int i = 0; i < SPRAYERS * SPRAYED; i++) {
      try {
        signIn(sources.get(i % SPRAYERS), "sprayed-%d@rempart.test".formatted(i));
      } catch (SocketException cut) {
        break; // found out already
      }
    }
    Patience.until("spraying is noticed", () -> target.tables().events("edge.spraying", null) > 0);
    Source one = sources.getFirst().source();
    Prefix network = Prefix.fine(one.high(), one.low());
    Patience.until("it is answered", () -> !target.tables().steps(network).isEmpty());
    Step step = target.tables().steps(network).getFirst();
    assertThat(step.step()).isEqualTo("SLOWED");
    assertThat(step.cause()).isEqualTo("password-spraying");
    assertExplained(step, Locale.ENGLISH);
    assertExplained(step, Locale.FRENCH);
    // once, and again only where it has grown by half, with what others in this test try
    List<Integer> told = target.tables().sprayed();
    for (int i = 1; i < told.size(); i++) {
      assertThat(2 * told.get(i)).as("%s", told).isGreaterThanOrEqualTo(3 * told.get(i - 1));
    }
  }

  @Test
  void aFloodFromEverywhereIsNamedOnceWithItsCountries() throws Exception {
    byte[] hello = target.at(target.country("US")).hello();
    List<String> countries = List.of("US", "CN", "BR", "IN", "ID", "VN", "TH", "MX", "AR", "ZA");
    AtomicInteger next = new AtomicInteger();
    Pace.Act oneMore =
        () -> {
          String country = countries.get(next.getAndIncrement() % countries.size());
          try (Socket socket = target.at(target.country(country)).knock()) {
            socket.getOutputStream().write(hello);
          }
          return target.tables().events("edge.flood.begun", null) > 0;
        };
    try (Pace pace = new Pace()) {
      var all = Stream.generate(() -> pace.go("flood", QUICKLY, oneMore)).limit(3);
      CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
    }
    int over = target.tables().events("edge.flood.over", null);
    assertThat(target.tables().events("edge.flood.begun", null)).isBetween(1, over + 1);
  }
}

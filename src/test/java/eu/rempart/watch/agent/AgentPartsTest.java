package eu.rempart.watch.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.edge.HandClock;
import eu.rempart.watch.wire.AdmissionCode;
import eu.rempart.watch.wire.ProbeKeys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentPartsTest {

  @TempDir Path folder;

  private final HandClock hands = new HandClock();

  @Test
  void theClockIsHomesWhateverThisMachinesShows() {
    HomeClock clock = new HomeClock(hands, hands, Duration.ZERO);
    Instant home = hands.instant().plus(Duration.ofDays(1));
    long sent = hands.getAsLong();
    hands.pass(Duration.ofMillis(400));
    long begun = hands.getAsLong();
    assertThat(clock.tell(home.plusMillis(200), sent)).isEqualTo(Duration.ofDays(1));
    assertThat(clock.now()).isEqualTo(home.plusMillis(400));
    // also what began before that was told
    assertThat(clock.at(begun)).isEqualTo(home.plusMillis(400));
    hands.pass(Duration.ofSeconds(10));
    hands.set(Instant.EPOCH);
    assertThat(clock.now()).isEqualTo(home.plusMillis(10_400));
    // what the way may explain changes nothing
    sent = hands.getAsLong();
    hands.pass(Duration.ofSeconds(2));
    assertThat(clock.tell(clock.now().minusMillis(500), sent)).isZero();
    assertThat(clock.now()).isEqualTo(home.plusMillis(12_400));
  }

  @Test
  void afterAnotherStartTheClockGoesOnAsItWas() throws IOException {
    try (AgentFolder own = AgentFolder.open(folder.resolve("a"))) {
      Notebook.open(own).ahead(Duration.ofHours(-3));
      HomeClock clock = new HomeClock(hands, hands, Notebook.open(own).ahead());
      assertThat(clock.now()).isEqualTo(hands.instant().minus(Duration.ofHours(3)));
    }
  }

  @Test
  void noNumberIsUsedTwiceHoweverOftenTheProgramDies() throws IOException {
    try (AgentFolder own = AgentFolder.open(folder.resolve("a"))) {
      Set<Long> used = new HashSet<>();
      long last = 0;
      for (int start = 0; start < 5; start++) {
        Notebook notebook = Notebook.open(own);
        for (int i = 0; i < 700 * (start + 1); i++) {
          long next = notebook.nextSequence();
          assertThat(next).isGreaterThan(last);
          assertThat(used.add(next)).isTrue();
          last = next;
        }
      }
    }
  }

  @Test
  void anIdentityIsReadByItsOwnerAlone() throws IOException {
    AdmissionCode code = AdmissionCode.random(ProbeKeys.generate().getPublic());
    Path path = folder.resolve("a");
    try (AgentFolder own = AgentFolder.open(path)) {
      assertThat(Identity.read(own)).isEmpty();
      UUID agent = UUID.randomUUID();
      Identity written = Identity.write(own, agent, "BR", ProbeKeys.generate(), code);
      Identity read = Identity.read(own).orElseThrow();
      assertThat(read).isEqualTo(written);
      assertThat(read.cameWith(code)).isTrue();
      assertThat(read.cameWith(AdmissionCode.random(code.home()))).isFalse();
      assertThat(Files.readString(path.resolve(Identity.FILE))).doesNotContain(code.secret());
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .isEqualTo("rwx------");
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(path.resolve(Identity.FILE))))
          .isEqualTo("rw-------");
      Files.writeString(path.resolve(Identity.FILE), "agent=x\n");
      assertThatThrownBy(() -> Identity.read(own))
          .isInstanceOf(AgentException.class)
          .hasMessageContaining("damaged");
      assertThatThrownBy(() -> AgentFolder.open(path))
          .isInstanceOf(AgentException.class)
          .hasMessageContaining("Another agent runs");
    }
  }

  @Test
  void whoWaitsForHomeWaitsLongerAndNeverForLong() {
    Backoff backoff = new Backoff(new Random(1));
    Duration first = backoff.next();
    assertThat(first).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
    Duration last = first;
    for (int i = 0; i < 100; i++) {
      last = backoff.next();
      assertThat(last).isLessThanOrEqualTo(Duration.ofSeconds(10));
    }
    assertThat(last).isGreaterThanOrEqualTo(Duration.ofSeconds(5));
    backoff.reset();
    assertThat(backoff.next()).isLessThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void thatHomeIsGoneIsSaidOnce() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    Absence absence =
        new Absence(new Journal(new PrintStream(said, true, StandardCharsets.UTF_8), hands), hands);
    for (int i = 0; i < 20; i++) {
      absence.begun(new IOException("con\nnection refused"));
      hands.pass(Duration.ofSeconds(20));
    }
    assertThat(absence.away()).isTrue();
    absence.over(12);
    assertThat(said.toString(StandardCharsets.UTF_8).lines())
        .hasSize(3)
        .anyMatch(line -> line.contains("Home is away (con nection refused)"))
        .anyMatch(line -> line.contains("HOME IS GONE"))
        .anyMatch(line -> line.contains("Home is back after 400 s; 12 results"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--zone BR",
        "--server https://a",
        "--zone br --server https://a",
        "--zone HOME --server https://a",
        "--zone N2 --server https://a",
        "--zone BR --server http://a",
        "--zone BR --server https://a/x",
        "--zone BR --server https://u@a",
        "--zone BR --server nonsense",
        "--zone BR --server https://a --code x",
        "--zone BR --server https://a --home",
        "--zone BR --server https://a --what x"
      })
  void whatIsCalledWronglySaysSo(String call) {
    String[] words = call.isEmpty() ? new String[0] : call.split(" ", -1);
    assertThatThrownBy(() -> ProbeCall.of(words)).isInstanceOf(AgentException.class);
  }

  @Test
  void aCallIsRead() {
    AdmissionCode code = AdmissionCode.random(ProbeKeys.generate().getPublic());
    ProbeCall call =
        ProbeCall.of(
            "--zone", "BR", "--server", "https://crm.example:8443/", "--code", code.text());
    assertThat(call.server()).hasToString("https://crm.example:8443");
    assertThat(call.home()).isEqualTo(Path.of("probe-BR").toAbsolutePath());
    assertThat(call.code().orElseThrow().secret()).isEqualTo(code.secret());
    assertThat(call.toString()).doesNotContain(code.secret());
    assertThat(ProbeCall.of("--zone", "NY", "--server", "https://[::1]:99").server())
        .hasToString("https://[::1]:99");
  }
}

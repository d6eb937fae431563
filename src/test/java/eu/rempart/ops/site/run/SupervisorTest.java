package eu.rempart.ops.site.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rempart.ops.site.run.Supervisor.Pauses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupervisorTest {

  private static final Pauses SHORT =
      new Pauses(Duration.ofMillis(1), Duration.ofMillis(4), Duration.ofMinutes(1));

  @TempDir Path folder;

  @Test
  void programThatWasKilledRunsAgain() throws Exception {
    Engine sleeper = engine("exec sleep 1000");
    try (Supervisor supervisor = new Supervisor(List.of(sleeper), SHORT)) {
      supervisor.start();
      ProcessHandle first = running(supervisor, Optional.empty());
      first.destroyForcibly();

      ProcessHandle second = running(supervisor, Optional.of(first));

      assertThat(Files.readString(sleeper.pid()).strip()).isEqualTo(Long.toString(second.pid()));
    }
    assertThat(sleeper.running()).isEmpty();
    assertThat(sleeper.pid()).doesNotExist();
  }

  @Test
  void programOfAKilledSupervisorIsTakenOver() throws Exception {
    Engine sleeper = engine("exec sleep 1000");
    ProcessHandle left = sleeper.start();
    try (Supervisor supervisor = new Supervisor(List.of(sleeper), SHORT)) {
      supervisor.start();

      assertThat(running(supervisor, Optional.empty())).isEqualTo(left);
    }
    assertThat(left.isAlive()).isFalse();
  }

  @Test
  void programThatWillNotEndIsKilled() throws Exception {
    Engine stubborn = engine("trap '' TERM; echo up; while :; do sleep 1; done");
    ProcessHandle process;
    try (Supervisor supervisor = new Supervisor(List.of(stubborn), SHORT)) {
      supervisor.start();
      process = running(supervisor, Optional.empty());
      await().until(() -> Files.readString(stubborn.log()).contains("up"));
    }
    await().until(() -> !process.isAlive());
  }

  @Test
  void numberOfAnotherProcessIsNotTheProgram() throws Exception {
    Engine engine = engine("exec sleep 1000");
    Files.writeString(engine.pid(), ProcessHandle.current().pid() + "\n");

    assertThat(engine.running()).isEmpty();
  }

  /** The program appends on to the same file, and nobody else ends it. */
  @Test
  void logBeginsAnewWhereItGrewTooLong() throws Exception {
    Engine talker =
        engine(
            "head -c 12000000 /dev/zero; echo last; while [ -s %s ]; do sleep 0.1; done; echo later; exec sleep 1000"
                .formatted(folder.resolve("it.log")));
    try (Supervisor supervisor = new Supervisor(List.of(talker), SHORT)) {
      supervisor.start();

      Path former = folder.resolve("it.log.1");
      await().until(() -> Files.exists(former) && Files.readString(talker.log()).equals("later\n"));
      assertThat(Files.size(former)).isEqualTo(10_000_000);
      assertThat(Files.readString(former)).endsWith("last\n");
    }
  }

  @Test
  void pauseDoublesUntilTheProgramRunsForLong() {
    Pauses pauses = Pauses.USUAL;
    Duration pause = pauses.first();
    for (int i = 0; i < 4; i++) {
      pause = pauses.after(pause, Duration.ofSeconds(2));
    }
    assertThat(pause).isEqualTo(Duration.ofSeconds(16));
    assertThat(pauses.after(pause, Duration.ofSeconds(2))).isEqualTo(pauses.longest());
    assertThat(pauses.after(pause, Duration.ofMinutes(2))).isEqualTo(pauses.first());
  }

  private static ProcessHandle running(Supervisor supervisor, Optional<ProcessHandle> former) {
    await()
        .until(
            () -> supervisor.process("it").isPresent() && !supervisor.process("it").equals(former));
    return supervisor.process("it").orElseThrow();
  }

  /** As programs are told of their own file last, so is the script. */
  private Engine engine(String script) throws IOException {
    Path file = Files.writeString(folder.resolve("script"), script.replace("exec ", "") + "\n");
    return new Engine(
        "it",
        List.of("bash", file.toString()),
        folder.resolve("it.log"),
        folder.resolve("it.pid"),
        Duration.ofMillis(500));
  }

  /** The trace of a panic comes after what matters, and a full disk may cut the line. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"level\":\"fatal\",\"msg\":\"no WAL\",\"error\":\"no space left\"}|no WAL: no space"
            + " left",
        "panic: no space left on device|panic: no space left on device",
        "2026-12-01 05:00:00 UTC [1] FATAL:  no space|2026-12-01 05:00:00 UTC [1] FATAL:  no space",
        "{\"level\":\"panic\",\"msg\":\"cut|{\"level\":\"panic\",\"msg\":\"cut",
      })
  void lastSeriousLineIsWhyItEnded(String line, String said) throws IOException {
    Engine engine = engine("true");
    assertThat(engine.lastWords()).isEmpty();
    Files.createDirectories(engine.log().resolveSibling(""));
    Files.writeString(
        engine.log(),
        "{\"level\":\"fatal\",\"msg\":\"earlier\"}\n".repeat(5_000)
            + line
            + "\n\ngoroutine 1 [running]:\nmain.main()\n");
    assertThat(engine.lastWords()).contains(said);
    Files.writeString(engine.log(), "only this\n");
    assertThat(engine.lastWords()).contains("only this");
  }
}

package eu.rempart.ops.backup.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.ops.backup.program.ProgramRun.BrokenOffException;
import eu.rempart.ops.backup.program.ProgramRun.Ended;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Programs of others, as they end and as they do not. */
class ProgramRunTest {

  private static final Duration LONG = Duration.ofMinutes(10);

  private static ProgramRun shell(String script, Duration deadline) {
    return new ProgramRun(List.of("sh", "-c", script), Map.of("GIVEN", "this"), deadline);
  }

  @Test
  void tellsCodeAndLastLines() throws IOException {
    List<String> heard = new ArrayList<>();
    Ended ended = shell("seq 30; echo broken >&2; exit 7", LONG).run(heard::add);
    assertThat(ended.exit()).isEqualTo(7);
    assertThat(ended.isWell()).isFalse();
    assertThat(ended.last()).isEqualTo("broken");
    assertThat(ended.said()).hasSize(20).startsWith("12");
    assertThat(heard).hasSize(31);
    assertThat(shell("exit 3", LONG).run(_ -> {}).last()).isEqualTo("exit code 3");
  }

  @Test
  void getsNoEnvironmentButOurs() throws IOException {
    List<String> heard = new ArrayList<>();
    shell("env", LONG).run(heard::add);
    assertThat(heard.stream().map(line -> line.split("=")[0]))
        .containsExactlyInAnyOrder("PATH", "LC_ALL", "GIVEN", "PWD");
  }

  @Test
  void answerIsWithoutComplaints() throws IOException {
    assertThat(shell("echo '[1]'; echo careful >&2", LONG).answer()).isEqualTo("[1]\n");
    assertThatThrownBy(() -> shell("echo '[1]'; echo refused >&2; exit 1", LONG).answer())
        .hasMessage("sh: refused");
  }

  @Test
  void endlessLineIsBounded() throws IOException {
    Ended ended = shell("head -c 1000000 /dev/zero | tr '\\0' x", LONG).run(_ -> {});
    assertThat(ended.last()).hasSize(2_000);
  }

  @Test
  void cancelEndsAllThatItStarted() {
    List<Long> children = new ArrayList<>();
    ProgramRun run = shell("sleep 1000 & echo $!; wait", LONG);
    assertThatExceptionOfType(BrokenOffException.class)
        .isThrownBy(
            () ->
                run.run(
                    line -> {
                      children.add(Long.parseLong(line));
                      run.cancel();
                    }))
        .matches(BrokenOffException::wasCancelled);
    assertThat(children)
        .hasSize(1)
        .allMatch(pid -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
  }

  @Test
  void whatTakesTooLongIsEnded() {
    assertThatExceptionOfType(BrokenOffException.class)
        .isThrownBy(() -> shell("sleep 1000", Duration.ofMillis(300)).run(_ -> {}))
        .matches(e -> !e.wasCancelled())
        .withMessage("sh took too long");
  }

  @Test
  void absentProgramIsAnError() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> new ProgramRun(List.of("no-such-program"), Map.of(), LONG).run(_ -> {}))
        .withMessageContaining("no-such-program");
  }
}

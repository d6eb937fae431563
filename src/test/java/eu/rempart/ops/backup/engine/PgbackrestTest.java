package eu.rempart.ops.backup.engine;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.ops.backup.engine.log.RepositoryVerdict;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What pgBackRest says of a repository. */
class PgbackrestTest {

  private static boolean isSound(Stream<String> lines) {
    RepositoryVerdict verdict = new RepositoryVerdict();
    lines.forEach(verdict);
    return !verdict.isAltered(Map.of());
  }

  /** Two lines for each, as it says them. */
  private static Stream<String> backups(int count) {
    return IntStream.range(0, count)
        .boxed()
        .flatMap(
            i ->
                Stream.of(
                    "backup: 20261201-1%05dF, status: valid, total files checked: 981".formatted(i),
                    "missing: 0, checksum invalid: 0, size invalid: 0, other: 0"));
  }

  @Test
  void manyBackupsAfterTheVerdictChangeNothing() {
    assertThat(isSound(Stream.concat(Stream.of("stanza: rempart", "status: ok"), backups(40))))
        .isTrue();
    assertThat(isSound(Stream.concat(Stream.of("stanza: rempart", "status: error"), backups(40))))
        .isFalse();
    assertThat(isSound(backups(40))).as("no verdict").isFalse();
  }
}

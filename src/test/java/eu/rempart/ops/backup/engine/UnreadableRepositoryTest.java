package eu.rempart.ops.backup.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.ops.backup.program.BackupFailedException;
import eu.rempart.ops.backup.program.BackupFailedException.Why;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code pgbackrest info} ends well whatever it finds. */
class UnreadableRepositoryTest {

  private static String info(int code, String message) {
    return """
    [{"archive":[],"backup":[],"db":[],"name":"rempart",
      "repo":[{"key":1,"status":{"code":%d,"message":"%s"}}],"status":{"code":%d}}]
    """
        .formatted(code, message, code);
  }

  @ParameterizedTest
  @CsvSource({
    "[HostConnectError] unable to connect to 'h:22': [111] Connection refused, UNREACHABLE",
    "[FormatError] unable to load info file: key/value found outside of section, PASSPHRASE",
    "[FormatError] unable to load info file: invalid JSON value at line 7, DAMAGED",
    "[ServiceError] known hosts failure: 'h': key mismatch, HOST_KEY",
    "ERROR: [106]: clock skew, CLOCK",
  })
  void reasonIsTold(String message, Why why) {
    assertThatThrownBy(() -> Pgbackrest.read(info(99, message)))
        .isInstanceOfSatisfying(
            BackupFailedException.class, failed -> assertThat(failed.why()).isEqualTo(why));
  }

  @Test
  void repositoryWithoutBackupsHasNone() throws Exception {
    assertThat(Pgbackrest.read(info(0, "ok"))).isEmpty();
    assertThat(Pgbackrest.read(info(1, "missing stanza path"))).isEmpty();
  }
}

package eu.rempart.ops.backup.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.ops.backup.program.BackupFailedException.Why;
import org.junit.jupiter.api.Test;

/** What restic 0.18 said of files that it could not read, and what follows from it. */
class SummaryTest {

  private static final String DENIED = "permission denied";

  private final Summary summary = new Summary(file -> file.startsWith("/etc"));

  private void unread(String during, String item, String why) {
    summary.heard(
        "{\"message_type\":\"error\",\"error\":{\"message\":\"open %s: %s\"},\"during\":\"%s\",\"item\":\"%s\"}"
            .formatted(item, why, during, item));
  }

  @Test
  void fileOfTheHomeFolderThatCannotBeReadFailsTheImage() {
    unread("archival", "/etc/shadow", DENIED);
    for (String each : new String[] {"a", "b", "c", "d"}) {
      unread("archival", "/home/keys/" + each, DENIED);
    }
    assertThatThrownBy(summary::requireAllButDispensable)
        .isInstanceOfSatisfying(
            BackupFailedException.class,
            failed -> {
              assertThat(failed.why()).isEqualTo(Why.INCOMPLETE);
              assertThat(failed.missing()).isEqualTo(4);
            })
        .hasMessage("/home/keys/a, /home/keys/b, /home/keys/c, …");
  }

  @Test
  void whatAnotherAccountAloneMayReadIsCounted() {
    unread("archival", "/etc/shadow", DENIED);
    unread("archival", "/etc/ssl/private", DENIED);
    assertThatCode(summary::requireAllButDispensable).doesNotThrowAnyException();
    assertThat(summary.left()).isEqualTo(2);
  }

  @Test
  void diskThatDoesNotGiveAFileBackFailsTheImageWhereverTheFileLies() {
    unread("archival", "/etc/hosts", "input/output error");
    assertThatThrownBy(summary::requireAllButDispensable)
        .isInstanceOf(BackupFailedException.class)
        .hasMessage("/etc/hosts");
    assertThat(summary.left()).isZero();
  }

  @Test
  void fileThatWasGoneAtItsTurnIsNotMissing() {
    unread("scan", "/home/spool/f259", "no such file or directory");
    summary.heard(
        """
        {"message_type":"error","error":{"message":"incomplete metadata for /home/postgres/base/1: \
        xattr.list /home/postgres/base/1: no such file or directory"},\
        "during":"archival","item":"/home/postgres/base/1"}\
        """);
    assertThatCode(summary::requireAllButDispensable).doesNotThrowAnyException();
    assertThat(summary.left()).isZero();
  }

  @Test
  void endingWithoutAReasonAndLinesThatWereCutCount() {
    assertThatThrownBy(summary::requireAllButDispensable).isInstanceOf(BackupFailedException.class);
    unread("archival", "/etc/shadow", DENIED);
    summary.heard("{\"message_type\":\"error\",\"error\":{\"message\":\"open /a very long");
    assertThatThrownBy(summary::requireAllButDispensable)
        .isInstanceOfSatisfying(
            BackupFailedException.class, failed -> assertThat(failed.missing()).isEqualTo(1))
        .hasMessage("…");
  }
}

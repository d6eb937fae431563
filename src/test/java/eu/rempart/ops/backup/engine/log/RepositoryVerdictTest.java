package eu.rempart.ops.backup.engine.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.ops.backup.engine.log.ArchivedLog.Need;
import eu.rempart.ops.backup.engine.log.ArchivedLog.Range;
import eu.rempart.ops.backup.program.BackupFailedException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pgBackRest 2.55 was seen to say of repositories that were altered on purpose. */
class RepositoryVerdictTest {

  private static final String OLD = "20261201-100000F";
  private static final String NEW = "20261202-100000F";
  private static final String BAD_PART =
      "P01   INFO: invalid checksum '17-1/0000000100000000/%s-0e349089ca2202cf49740ed2fd2d.zst'";

  private final Map<String, Need> known = new LinkedHashMap<>();
  private final RepositoryVerdict verdict = new RepositoryVerdict();

  private static String part(int number) {
    return "0000000100000000%08X".formatted(number);
  }

  private static Need need(int part) {
    return new Need(new Range("17-1", part(part), part(part)), true);
  }

  @BeforeEach
  void list() {
    known.put(OLD, need(2));
    known.put(NEW, need(8));
  }

  private void said(int badParts, String status, String... lines) {
    for (String line : lines) {
      verdict.accept(line);
    }
    verdict.accept(
        "P00 DETAIL: archiveId: 17-1, wal start: %s, wal stop: %s".formatted(part(1), part(9)));
    verdict.accept("status: " + status);
    verdict.accept(
        "archiveId: 17-1, total WAL checked: 9, total valid WAL: %d".formatted(9 - badParts));
    verdict.accept("backup: %s, status: valid, total files checked: 9".formatted(OLD));
    verdict.accept("backup: %s, status: valid, total files checked: 9".formatted(NEW));
  }

  @Test
  void soundRepositoryIsSound() throws Exception {
    said(0, "ok");
    assertThat(verdict.isAltered(known)).isFalse();
    assertThat(verdict.isAllThere(known)).isTrue();
    assertThat(verdict.damaged(known)).isEmpty();
    verdict.requireReached();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "P00 DETAIL: 20261201-100000F/backup.manifest is missing or unusable, using copy",
        "P00 DETAIL: backup '20261201-100000F' manifest.copy does not match manifest",
        "P00   INFO: backup: 20261201-100000F, status: invalid, total files checked: 966",
      })
  void backupOfADamagedManifestIsDamaged(String line) {
    said(0, "ok", line);
    assertThat(verdict.isAltered(known)).isTrue();
    assertThat(verdict.damaged(known)).containsExactly(OLD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "P00 DETAIL: backup.info.copy does not match backup.info",
        "P00 DETAIL: archive.info.copy does not match archive.info",
        "P00 DETAIL: unable to open missing file '/d/backup/rempart/backup.info' for read",
        "P00 DETAIL: missing '=' in key/value at line 10: db",
        "P00 DETAIL: cipher header invalid",
        "P00 DETAIL: required key 'backup-timestamp-stop' not found",
        "P00 DETAIL: unable to flush",
        "P00 DETAIL: invalid JSON value at line 7 '20261201'",
      })
  void damagedIndexIsSeenThoughItsCopyIsGood(String line) {
    said(0, "ok", line);
    assertThat(verdict.isAltered(known)).isTrue();
    assertThat(verdict.damaged(known)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "P00 DETAIL: known hosts match found for '192.0.2.7'",
        "P00 DETAIL: libssh2 read '/home/backup/known_hosts' succeeded",
        "P00 DETAIL: statistics: {\"socket.client\":{\"total\":1}}",
      })
  void whatItTellsOfItsWorkIsNoDamage(String line) {
    said(0, "ok", line);
    assertThat(verdict.isAltered(known)).isFalse();
  }

  @Test
  void manifestOfABackupThatWasBrokenOffIsNotMissed() {
    said(
        0,
        "ok",
        "P00 DETAIL: unable to open missing file '/d/backup/rempart/20261203/backup.manifest' for");
    assertThat(verdict.isAltered(known)).isFalse();
  }

  @Test
  void damagedLogBeforeTheLastWholeBackupIsOfNoUseAnyMore() {
    said(1, "error", BAD_PART.formatted(part(5)));
    assertThat(verdict.isAltered(known)).isFalse();
    known.remove(NEW);
    assertThat(verdict.isAltered(known)).isTrue();
  }

  @Test
  void damagedLogThatABackupNeedsDamagesIt() {
    said(1, "error", BAD_PART.formatted(part(2)));
    assertThat(verdict.damaged(known)).containsExactly(OLD);
    assertThat(verdict.isAltered(known)).isTrue();
  }

  @Test
  void errorThatNoLineExplainsIsDamage() {
    said(0, "error");
    assertThat(verdict.isAltered(known)).isTrue();
  }

  @Test
  void destinationThatWasLostMeanwhileIsNoDamage() {
    said(
        1,
        "error",
        "P01   INFO: invalid result 17-1/0000000100000000/%s-0e.zst: [HostConnectError] unable to"
                .formatted(part(9))
            + " connect to '127.0.0.1:22': [111] Connection refused");
    assertThatThrownBy(verdict::requireReached)
        .isInstanceOfSatisfying(
            BackupFailedException.class,
            failed -> assertThat(failed.why()).isEqualTo(BackupFailedException.Why.UNREACHABLE));
  }
}

package eu.rempart.ops.backup.program;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.ops.backup.program.BackupFailedException.Why;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What pgBackRest 2.55.1, restic 0.18.0 and OpenSSH 10.0 really said when each was provoked; paths
 * are shortened.
 */
class ComplaintsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '~',
      value = {
        "UNREACHABLE¦2026-12-01 08:36:10.914 P00  ERROR: [049]: unable to connect to"
            + " '127.0.0.1:32963': [111] Connection refused",
        "UNREACHABLE¦[HostConnectError] on 9 retries from 189-10000ms: unable to connect to"
            + " '127.0.0.1:32963': [111] Connection refused",
        "UNREACHABLE¦2026-12-01 08:36:31.153 P00  ERROR: [049]: unable to get address for"
            + " 'no-such-host.invalid': [-2] Name or service not known",
        "UNREACHABLE¦2026-12-01 08:36:41.348 P00  ERROR: [101]: timeout during libssh2 handshake"
            + " [-37]",
        "UNREACHABLE¦ssh: connect to host 127.0.0.1 port 32963: Connection refused",
        "UNREACHABLE¦subprocess ssh: ssh: Could not resolve hostname no-such-host.invalid: Name or"
            + " service not known",
        "UNREACHABLE¦{\"message_type\":\"exit_error\",\"code\":1,\"message\":\"Fatal: unable to"
            + " open repository at sftp:destination-3:/b/image: unable to start the sftp session,"
            + " error: error receiving version packet from server: read |0: file already"
            + " closed\"}",
        "HOST_KEY¦2026-12-01 08:36:00.844 P00  ERROR: [101]: known hosts failure: '127.0.0.1'"
            + " mismatch in known hosts files: LIBSSH2_KNOWNHOST_CHECK_MISMATCH [1]: check type"
            + " [strict]",
        "HOST_KEY¦2026-12-01 08:36:00.328 P00  ERROR: [101]: known hosts failure: '127.0.0.1' not"
            + " found in known hosts files: LIBSSH2_KNOWNHOST_CHECK_NOTFOUND [2]: check type"
            + " [strict]",
        "HOST_KEY¦subprocess ssh: @    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @",
        "HOST_KEY¦Host key verification failed.",
        "NOT_LET_IN¦2026-12-01 08:36:00.508 P00  ERROR: [101]: public key authentication failed:"
            + " libssh2 error [-18]",
        "FOLDER¦2026-12-01 09:16:38.422 P00  ERROR: [041]: unable to open file '/data/repo/y'"
            + " for write: libssh2 error [-31]: sftp error [3] permission denied",
        "FOLDER¦remote mkdir \"/data/keys\": Permission denied",
        "FOLDER¦{\"message_type\":\"exit_error\",\"code\":1,\"message\":\"Fatal: create"
            + " repository at sftp:d:/data/i failed: Fatal: unable to open repository at"
            + " sftp:d:/data/i: MkdirAll /data/i/keys: permission denied\\n"
            + "\"}",
        "FOLDER¦dest open \"/rempart/rempart.try\": No such file or directory",
        "LOG_LATE¦2026-12-02 01:02:17.001 P00  ERROR: [082]: WAL segment 000000010000000000000007"
            + " was not archived before the 60000ms timeout",
        "FULL¦2026-12-01 08:35:36.727 P00  ERROR: [064]: raised from local-1 protocol: unable to"
            + " write '/disk/classic/backup/rempart/20261201-083520F/bundle/1': [28] No space left"
            + " on device",
        "FULL¦2026-12-01 08:35:57.050 P00  ERROR: [064]: raised from local-1 protocol: unable to"
            + " write '/data/classic/backup/rempart/20261201-083540F/bundle/1': libssh2 error"
            + " [-31]: sftp error [4] failure",
        "FULL¦{\"message_type\":\"exit_error\",\"code\":1,\"message\":\"Fatal: create key in"
            + " repository at sftp:destination-3:/data/image failed: sftp: no space left on"
            + " device\\n"
            + "\"}",
        "PASSPHRASE¦{\"message_type\":\"exit_error\",\"code\":12,\"message\":\"Fatal: wrong"
            + " password or no key found\"}",
        "PASSPHRASE¦FormatError: key/value found outside of section at line 1: x",
        "DAMAGED¦2026-12-01 08:35:17.205 P00  ERROR: [026]: raised from local-2 protocol: error"
            + " restoring '/home/r1/base/4/2690': actual checksum"
            + " '8361425c7a44ee688a378c967563edfbccecc9f9' does not match expected checksum"
            + " '7bd29787d33e08370273b40a0daefc1dacc4ba37'",
        "DAMAGED¦{\"message_type\":\"exit_error\",\"code\":1,\"message\":\"Fatal: repository"
            + " contains errors\"}",
        "DAMAGED¦{\"message_type\":\"error\",\"error\":{\"message\":\"decrypting blob"
            + " \\u003cdata/f2f82035\\u003e from 9f29bb68 failed: ciphertext verification"
            + " failed\"},\"during\":\"restore\",\"item\":\"/home/postgres/pg_wal/000000010000000000000005\"}",
        "PROGRAM_MISSING¦Cannot run program \"pgbackrest\": Exec failed, error: 2 (No such file or"
            + " directory)",
        "OTHER¦2026-12-01 08:35:00.366 P00  ERROR: [075]: backup set 20261201-083452F is not valid",
      })
  void eachHasItsMeaning(Why why, String line) {
    assertThat(Complaints.of(List.of("before", line, "after"))).isEqualTo(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '~',
      value = {
        "2026-12-01 08:35:01.462 P01   INFO: invalid checksum '20261201-083452F/bundle/1'",
        "2026-12-01 08:35:20.9 P02   INFO: backup file /pg/base/1/1259 (bundle 1/2, 8KB, 0.32%)"
            + " checksum 8361425c7a44ee688a378c967563edfbccecc9f9",
        "missing: 0, checksum invalid: 0, size invalid: 0, other: 0",
        "{\"message_type\":\"status\",\"percent_done\":0.5,\"current_files\":[\"/mail/Connection"
            + " refused\"]}",
        "{\"message_type\":\"summary\",\"num_errors\":0,\"broken_packs\":null}",
      })
  void whatTellsHowItGoesIsNoComplaint(String line) {
    assertThat(Complaints.of(List.of(line))).isEqualTo(Why.OTHER);
  }

  @Test
  void otherHostKeyIsHeardThoughTheSessionEndedToo() {
    assertThat(
            Complaints.of(
                List.of(
                    "subprocess ssh: Host key verification failed.",
                    "Fatal: unable to start the sftp session, error: unexpected EOF")))
        .isEqualTo(Why.HOST_KEY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "Fatal: wrong password¦{\"message_type\":\"exit_error\",\"code\":12,"
            + "\"message\":\"Fatal: wrong password\\n\"}",
        "read failed¦{\"message_type\":\"error\",\"error\":{\"message\":\"read failed\"},"
            + "\"during\":\"archival\"}",
        "{\"message_type\":\"exit_er¦{\"message_type\":\"exit_er",
        "ERROR: [095]: cipher header invalid¦2026-12-01 08:36:00.844 P00  ERROR: [095]: cipher"
            + " header invalid",
        "ssh: no route¦ssh: no route"
      })
  void peopleReadTheSentenceAlone(String sentence, String line) {
    assertThat(Complaints.plain(line)).isEqualTo(sentence);
  }
}

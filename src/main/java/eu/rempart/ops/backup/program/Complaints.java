package eu.rempart.ops.backup.program;

import eu.rempart.ops.backup.program.BackupFailedException.Why;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the complaints of pgBackRest, restic and OpenSSH mean; each was seen (see the tests). */
final class Complaints {

  /** What tells how it goes, and no complaint: it names checksums and files. */
  private static final Pattern NO_COMPLAINT =
      Pattern.compile(
          " P\\d+ +(INFO|DETAIL): |^missing: \\d+,"
              + " |\"message_type\":\"(status|verbose_status|summary)\"");

  private static final List<Map.Entry<Pattern, Why>> MEANINGS =
      List.of(
          meaning(
              "REMOTE HOST IDENTIFICATION|Host key verification failed|known hosts failure",
              Why.HOST_KEY),
          // pgBackRest hears no more than a failure from a server for files that is full
          meaning(
              "No space left|Disk quota|unable to write .*libssh2 error .*sftp error \\[4\\]",
              Why.FULL),
          meaning(
              "wrong password|no key found|key/value found outside of section|cipher header invalid"
                  + "|\\[CryptoError\\]|\\[095\\]",
              Why.PASSPHRASE),
          meaning(
              "Permission denied \\(|public key authentication failed|sftp error \\[3\\]"
                  + "|(unable to create|for write).*\\[13\\] Permission denied"
                  + "|(MkdirAll|remote mkdir|remote open) .*: permission denied",
              Why.NOT_LET_IN),
          meaning(
              "Connection refused|Connection timed out|No route to host|Network is unreachable"
                  + "|Could not resolve|unable to get address|timeout during libssh2"
                  + "|Connection closed|Connection reset|HostConnectError"
                  + "|unable to start the sftp session",
              Why.UNREACHABLE),
          meaning(
              "does not match expected checksum|unable to load info file|ciphertext verification"
                  + " failed|invalid data returned|ChecksumError|repository contains errors|hash"
                  + " does not match|damaged pack files",
              Why.DAMAGED),
          meaning("ERROR: \\[106\\]|\\[ClockError\\]|clock skew", Why.CLOCK),
          meaning("Cannot run program", Why.PROGRAM_MISSING));

  private Complaints() {}

  private static Map.Entry<Pattern, Why> meaning(String words, Why why) {
    return Map.entry(Pattern.compile(words, Pattern.CASE_INSENSITIVE), why);
  }

  /** The first meaning in this order that any of the lines has. */
  static Why of(List<String> said) {
    List<String> complaints =
        said.stream().filter(line -> !NO_COMPLAINT.matcher(line).find()).toList();
    return MEANINGS.stream()
        .filter(
            meaning -> complaints.stream().anyMatch(line -> meaning.getKey().matcher(line).find()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(Why.OTHER);
  }
}

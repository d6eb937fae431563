package eu.rempart.ops.backup.program;

import eu.rempart.ops.backup.program.BackupFailedException.Why;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
          meaning("Permission denied \\(|public key authentication failed", Why.NOT_LET_IN),
          meaning(
              "sftp error \\[3\\]|(unable to create|for write).*\\[13\\] Permission denied"
                  + "|(MkdirAll|remote mkdir|remote open|dest open) .*: (permission denied|no such"
                  + " file)",
              Why.FOLDER),
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
          meaning("WAL segment .* was not archived before", Why.LOG_LATE),
          meaning("ERROR: \\[106\\]|\\[ClockError\\]|clock skew", Why.CLOCK),
          meaning("Cannot run program", Why.PROGRAM_MISSING));

  /** How pgBackRest begins its lines: when, and which of its processes. */
  private static final Pattern LOG_LINE = Pattern.compile("^[0-9-]{10} [0-9:.]{8,12} P[0-9]+ +");

  private Complaints() {}

  /** A line without what programs alone read in it: restic's JSON, the times of pgBackRest. */
  static String plain(String line) {
    if (line.startsWith("{")) {
      try {
        JsonNode said = JsonMapper.shared().readTree(line);
        String message = said.path("message").asString(said.at("/error/message").asString(""));
        return message.isBlank() ? line : message.strip();
      } catch (JacksonException cut) {
        return line; // longer than is kept
      }
    }
    return LOG_LINE.matcher(line).replaceFirst("");
  }

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

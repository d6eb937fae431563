package eu.rempart.ops.site.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Why a program ended, by the end of its log. */
final class LogEnd {

  private static final int READ = 64 * 1024;
  private static final int LONGEST = 300;

  /** As etcd, Go, PostgreSQL and Patroni say that it is serious; a stack trace may follow. */
  private static final Pattern SERIOUS =
      Pattern.compile("\"level\":\"(fatal|panic|error)\"|^panic:|\\b(FATAL|PANIC|CRITICAL|ERROR):");

  private LogEnd() {}

  /**
   * Its last serious line, or the last one at all.
   *
   * @return one line of at most 300 characters; empty where the program wrote nothing
   * @throws IOException if the log can't be read
   */
  static Optional<String> said(Path log) throws IOException {
    if (!Files.exists(log)) {
      return Optional.empty();
    }
    List<String> lines = end(log).lines().filter(line -> !line.isBlank()).toList().reversed();
    return lines.stream()
        .filter(line -> SERIOUS.matcher(line).find())
        .findFirst()
        .or(() -> lines.stream().findFirst())
        .map(LogEnd::readable);
  }

  private static String end(Path log) throws IOException {
    try (FileChannel file = FileChannel.open(log, StandardOpenOption.READ)) {
      long from = Math.max(0, file.size() - READ);
      ByteBuffer bytes = ByteBuffer.allocate((int) (file.size() - from));
      while (bytes.hasRemaining() && file.read(bytes, from + bytes.position()) >= 0) {
        // until all is read, or somebody shortened it
      }
      return StandardCharsets.UTF_8.decode(bytes.flip()).toString();
    }
  }

  /** etcd writes JSON. */
  private static String readable(String line) {
    String text = line.strip();
    if (text.startsWith("{")) {
      try {
        JsonNode said = JsonMapper.shared().readTree(text);
        String message = said.path("msg").asString("");
        String error = said.path("error").asString("");
        text = error.isEmpty() ? message : message + ": " + error;
      } catch (JacksonException e) {
        text = line.strip(); // the disk was full before the line's end
      }
    }
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}

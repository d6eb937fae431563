package eu.rempart.ops.backup.engine.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads which destinations refuse parts of the log. pgBackRest writes an error file for each part
 * that did not reach every destination. The other destinations have that part by then, but
 * PostgreSQL keeps it until all of them do.
 */
public final class ArchiveErrors {

  private static final Pattern REFUSED = Pattern.compile("(?m)^repo([0-9]{1,6}): (.+)$");
  private static final int MOST_PARTS = 20;
  private static final int MOST_BYTES = 20_000;

  private ArchiveErrors() {}

  /**
   * Returns the error of each destination that refuses parts, by its number.
   *
   * @param spool pgBackRest's spool folder, with a status file for each part
   * @param stanza its name for the database
   */
  public static Map<Integer, String> in(Path spool, String stanza) throws IOException {
    Path noted = spool.resolve("archive").resolve(stanza).resolve("out");
    if (!Files.isDirectory(noted)) {
      return Map.of();
    }
    List<Path> errors;
    try (Stream<Path> all = Files.list(noted)) {
      errors = all.filter(each -> each.toString().endsWith(".error")).limit(MOST_PARTS).toList();
    }
    Map<Integer, String> refused = new TreeMap<>();
    for (Path each : errors) {
      REFUSED
          .matcher(beginning(each))
          .results()
          .forEach(found -> refused.put(Integer.valueOf(found.group(1)), found.group(2)));
    }
    return refused;
  }

  private static String beginning(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      return ""; // the part was taken meanwhile
    }
  }
}

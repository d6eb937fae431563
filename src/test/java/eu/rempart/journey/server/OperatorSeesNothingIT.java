package eu.rempart.journey.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rempart.journey.Installation;
import eu.rempart.journey.KitKeys;
import eu.rempart.journey.MailedFirm;
import eu.rempart.journey.Needles;
import eu.rempart.journey.Original;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/**
 * Everything an operator can get hold of, the whole database and every file of the home folder,
 * holds none of the values that people brought in, and no key.
 */
class OperatorSeesNothingIT {

  private static final Duration WORDS = Duration.ofMinutes(4);

  @Test
  void noValueAndNoKeyIsInTheDatabaseOrInAnyFile() throws Exception {
    Needles needles = Sample.needles();
    SampleMails.addTo(needles);
    Empty empty = emptyInstallation(needles);

    Path home;
    Set<String> found = new TreeSet<>();
    try (Installation installation =
        Installation.of(Original.DEMO, "sealed", MailedFirm.settings())) {
      home = installation.home();
      Sample.use(installation);
      SampleMails.use(installation);
      SampleOffice.awaitWords(installation);
      KitKeys.of(installation).addTo(needles);
      try (Connection owner = installation.asOwner()) {
        // those that were looked for are found before the others are read
        await()
            .atMost(WORDS)
            .untilAsserted(
                () ->
                    assertThat(wordsRead(owner))
                        .as("documents whose words lie sealed")
                        .isGreaterThan(20));
        List<String> tables = tables(owner);
        long dumped = 0;
        for (String table : tables) {
          byte[] dump = dump(owner, table);
          dumped += dump.length;
          needles.in(dump).forEach(needle -> found.add("table " + table + ": " + needle));
        }
        assertThat(dumped).as("bytes of the dump").isGreaterThan(5_000_000);
      }
      search(home, empty, needles, found);
    }
    // what was only in the database's memory is in its files now
    search(home, empty, needles, found);
    assertThat(found).isEmpty();
  }

  /**
   * An installation that holds nobody. PostgreSQL's programs bring thousands of words with them,
   * common names among them: a file that is the same to the byte holds nothing of anybody's. And
   * its catalogue names countries, Martinique and Saint Vincent among them, in files that change.
   *
   * @param digests of all files, by their path in the home folder
   * @param words that are in the database's own files though nobody is; tables never hold them
   */
  private record Empty(Map<String, String> digests, Set<String> words) {

    boolean has(String file, byte[] content) throws NoSuchAlgorithmException {
      return digest(content).equals(digests.get(file));
    }
  }

  private static Empty emptyInstallation(Needles needles) throws Exception {
    Installation empty =
        Installation.of(Original.CERTIFICATES, "empty", Installation.Settings.NONE);
    empty.close();
    Path home = empty.home();
    Map<String, String> digests = new HashMap<>();
    Set<String> words = new TreeSet<>();
    for (Path file : files(home)) {
      byte[] content = Files.readAllBytes(file);
      digests.put(home.relativize(file).toString(), digest(content));
      if (!home.relativize(file).startsWith("postgres-programs")) {
        words.addAll(needles.in(content));
      }
    }
    assertThat(words)
        .as("names that are words of the database's catalogue")
        .hasSizeLessThan(10)
        .noneMatch(word -> word.matches(".*[@ 0-9-].*"));
    return new Empty(digests, words);
  }

  private static String digest(byte[] content) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }

  private static List<Path> files(Path home) throws IOException {
    try (Stream<Path> all = Files.walk(home)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static List<String> tables(Connection owner) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = owner.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables"
                    + " WHERE schemaname NOT IN ('pg_catalog', 'information_schema')")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    assertThat(tables)
        .contains("public.contact", "public.contact_history", "public.company", "public.deal")
        .contains("public.note", "public.note_archive", "public.document", "public.document_chunk")
        .contains("public.activity", "public.activity_history", "public.quote", "public.email")
        .contains("public.custom_field", "public.activity_attendee", "public.document_words")
        .contains("public.mailbox");
    return tables;
  }

  private static int wordsRead(Connection owner) throws SQLException {
    try (Statement statement = owner.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT count(*) FROM document_words WHERE words IS NOT NULL")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  /** The lines that pg_dump writes for a table. */
  private static byte[] dump(Connection owner, String table) throws SQLException, IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    owner
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyOut("COPY (SELECT * FROM " + table + ") TO STDOUT", out);
    return out.toByteArray();
  }

  private static void search(Path home, Empty empty, Needles needles, Set<String> found)
      throws Exception {
    List<Path> files = files(home);
    assertThat(files).hasSizeGreaterThan(100);
    for (Path file : files) {
      byte[] content;
      try {
        content = Files.readAllBytes(file);
      } catch (NoSuchFileException e) {
        continue; // the database removes files while it works
      }
      String name = home.relativize(file).toString();
      if (!empty.has(name, content)) {
        needles.in(content).stream()
            .filter(value -> !empty.words().contains(value))
            .forEach(value -> found.add(name + ": " + value));
      }
    }
  }
}

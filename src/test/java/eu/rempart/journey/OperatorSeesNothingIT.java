package eu.rempart.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import eu.rempart.bench.SyntheticPeople;
import eu.rempart.bench.SyntheticPerson;
import eu.rempart.vault.OpenedKeys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/**
 * Everything an operator can get hold of, the whole database and every file of the home folder,
 * holds none of the values that people brought in, and no key.
 */
class OperatorSeesNothingIT {

  private static final int SAMPLED = 1_000;

  /** The demo's own; the search on the screen proves that these are its people. */
  private static final long DEMO_SEED = 20_260_101;

  private static final int DEMO_CONTACTS = 3_000;

  @Test
  void noValueAndNoKeyIsInTheDatabaseOrInAnyFile() throws Exception {
    Needles needles = people();
    imported().forEach(needles::add);
    needles.add(Installation.EMAIL);
    needles.add(Installation.PASSWORD);
    Empty empty = emptyInstallation(needles);

    Path home = Installation.newHome("sealed");
    Set<String> found = new TreeSet<>();
    try (Installation installation = Installation.begin(home, true)) {
      use(installation);
      try (Connection owner = installation.asOwner()) {
        List<String> tables = tables(owner);
        addKeys(needles, Files.readString(installation.kit()), owner);
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

  /** Names, e-mails and phones of a thousand people, in the ways they are written. */
  private static Needles people() {
    Needles needles = new Needles();
    for (int i = 0; i < SAMPLED; i++) {
      SyntheticPerson person = demo(i);
      needles.add(person.firstName());
      needles.add(person.lastName());
      needles.add(person.firstName() + " " + person.lastName());
      needles.add(person.email());
      needles.add(person.phone());
      needles.add(person.phone().substring(1)); // as it is dialled, without the plus sign
    }
    return needles;
  }

  private static SyntheticPerson demo(int i) {
    return new SyntheticPeople(DEMO_SEED).person((long) i * DEMO_CONTACTS / SAMPLED);
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
    Path home = Installation.newHome("empty");
    Installation.start(home, false).close();
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

  /** People work with what is there: sign in, look for somebody, bring a file in. */
  private static void use(Installation installation) {
    try (Person person = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      person.signIn();
      for (int i = 0; i < SAMPLED; i += SAMPLED / 3) {
        SyntheticPerson known = demo(i);
        person.open("/contacts");
        person.search(known.firstName() + " " + known.lastName());
        assertThat(person.record(known.lastName()).first()).isVisible();
      }
      Wizard wizard = new Wizard(person);
      wizard.run(file());
      wizard.awaitState(person.t("exchange.run.done"));
    }
  }

  private static FilePayload file() {
    return Wizard.table("Quetzalcoatlus", SAMPLED);
  }

  private static List<String> imported() {
    List<String> values = new ArrayList<>(List.of("Quetzalcoatlus", file().name));
    String table = new String(file().buffer, StandardCharsets.UTF_8);
    table
        .lines()
        .skip(1)
        .forEach(
            line -> {
              String[] cells = line.split(",", -1);
              values.add(cells[0] + " " + cells[1]);
              values.add(cells[2]);
              values.add(cells[3]);
              values.add(cells[3].replace(" ", ""));
            });
    return values;
  }

  private static void addKeys(Needles needles, String kitFile, Connection owner)
      throws SQLException {
    String code =
        kitFile
            .lines()
            .filter(line -> line.strip().matches("([0-9A-Z]{4}-)+[0-9A-Z]{4}"))
            .findFirst()
            .orElseThrow()
            .strip();
    needles.add(code);
    needles.add(code.replace("-", ""));
    try (Statement statement = owner.createStatement();
        ResultSet vault = statement.executeQuery("SELECT id, epoch, recovery_wrap FROM vault")) {
      vault.next();
      List<byte[]> keys =
          OpenedKeys.of(
              code,
              vault.getObject("id", UUID.class),
              vault.getInt("epoch"),
              vault.getBytes("recovery_wrap"),
              List.of("contact", "company", "contact_company", "member", "import_run"));
      for (int i = 0; i < keys.size(); i++) {
        needles.addKey(keys.get(i), "key " + i);
      }
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
    assertThat(tables).contains("public.contact", "public.contact_history", "public.company");
    return tables;
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

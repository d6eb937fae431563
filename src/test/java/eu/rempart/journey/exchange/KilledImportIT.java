package eu.rempart.journey.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Installation.Settings;
import eu.rempart.journey.Original;
import eu.rempart.journey.Person;
import eu.rempart.journey.Way;
import eu.rempart.journey.Wizard;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * A large import that is cancelled, killed, or undone leaves what was there before. The number of
 * rows can be changed by the system property {@code rempart.import.rows}.
 */
class KilledImportIT {

  private static final int ROWS = Integer.getInteger("rempart.import.rows", 100_000);

  /** People who are there before, and whom the large file changes. */
  private static final int BEFORE = 200;

  /** Long enough to be worth all that the compiler can do. */
  private static final Settings LONG = new Settings(Map.of(), List.of("-XX:TieredStopAtLevel=4"));

  /** What says when, by whom and how often something was changed, but not what it is. */
  private static final Set<String> BOOKKEEPING =
      Set.of("version", "changed_at", "changed_by", "change_source", "change_reason", "change_id");

  @Test
  void cancelledKilledOrUndoneItLeavesWhatWasThereBefore() throws Exception {
    Path home;
    Map<String, String> before;
    try (Installation first = Installation.of(Original.FOUNDED, "killed", LONG);
        Person person = Person.at(first, Way.DESKTOP_ENGLISH)) {
      home = first.home();
      person.signIn();
      Wizard wizard = new Wizard(person);
      wizard.run(Wizard.table("Lasting", BEFORE));
      wizard.awaitState(person.t("exchange.run.done"));
      before = contents(first, Set.of());

      wizard.runAtOnce(large());
      wizard.awaitRows(ROWS / 5);
      person.button("exchange.run.cancel").click();
      person.answer("exchange.run.cancel");
      wizard.awaitState(person.t("exchange.run.cancelled"));
      assertThat(contents(first, Set.of())).as("after the cancelled import").isEqualTo(before);

      wizard.runAtOnce(large());
      wizard.awaitRows(ROWS / 2);
      first.kill();
    }
    try (Installation second = Installation.start(home, false, LONG);
        Person person = Person.at(second, Way.DESKTOP_ENGLISH)) {
      assertThat(contents(second, Set.of())).as("after kill -9").isEqualTo(before);
      person.signIn();
      person.open("/import");
      person.sees(person.t("exchange.state.interrupted"));
      person.picture("interrupted");

      Map<String, String> values = contents(second, BOOKKEEPING);
      Wizard wizard = new Wizard(person);
      wizard.run(large());
      long began = System.nanoTime();
      wizard.awaitState(person.t("exchange.run.done"));
      System.out.printf(
          "%d rows were brought in at %.0f a second%n",
          ROWS, ROWS * 1e9 / (System.nanoTime() - began));
      assertThat(count(second, "contact")).isEqualTo(ROWS);
      assertThat(contents(second, BOOKKEEPING)).as("updated").isNotEqualTo(values);
      person.open("/import");
      person.button("exchange.undo").first().click();
      person.answer("exchange.undo");
      wizard.awaitUndone();
      assertThat(contents(second, BOOKKEEPING)).as("after the undo").isEqualTo(values);
    }
  }

  /** Updates those who are there with another phone and brings the others anew. */
  private static FilePayload large() {
    return Wizard.table(
        "Lasting",
        ROWS,
        i ->
            "Nr%d,Lasting,nr%d.lasting@example.org,+33 2 %02d %02d %02d %02d"
                .formatted(i, i, i / 1_000_000 % 100, i / 10_000 % 100, i / 100 % 100, i % 100));
  }

  /**
   * A digest of every record's table, and of the bin's and the history's when nothing is left out.
   */
  private static Map<String, String> contents(Installation installation, Set<String> leftOut)
      throws Exception {
    Map<String, String> contents = new TreeMap<>();
    try (Connection owner = installation.asOwner();
        Statement statement = owner.createStatement()) {
      for (String table : strings(statement, "SELECT name FROM rempart.kept_table")) {
        contents.put(table, digest(statement, table, leftOut));
        if (leftOut.isEmpty()) {
          contents.put(table + "_history", digest(statement, table + "_history", leftOut));
          contents.put(table + "_archive", digest(statement, table + "_archive", leftOut));
        }
      }
    }
    assertThat(contents).hasSizeGreaterThanOrEqualTo(3);
    return contents;
  }

  private static String digest(Statement statement, String table, Set<String> leftOut)
      throws SQLException {
    List<String> columns =
        strings(
            statement,
            "SELECT quote_ident(column_name) FROM information_schema.columns"
                + " WHERE table_schema = 'public' AND table_name = '%s' ORDER BY column_name"
                    .formatted(table));
    columns.removeAll(leftOut);
    return strings(
            statement,
            "SELECT count(*) || ' ' || coalesce(md5(string_agg(r, '\n' ORDER BY r)), '') FROM"
                + " (SELECT md5(row(%s)::text) AS r FROM public.%s) rows"
                    .formatted(String.join(", ", columns), table))
        .getFirst();
  }

  private static long count(Installation installation, String table) throws Exception {
    try (Connection owner = installation.asOwner();
        Statement statement = owner.createStatement()) {
      return Long.parseLong(strings(statement, "SELECT count(*) FROM " + table).getFirst());
    }
  }

  private static List<String> strings(Statement statement, String sql) throws SQLException {
    List<String> strings = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        strings.add(rows.getString(1));
      }
    }
    return strings;
  }
}

package eu.rempart.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnSourcesTest {

  private static final String SCHEMA =
      """
      CREATE SCHEMA rempart;
      CREATE TABLE rempart.kept_table (name text, position int, belongs_to jsonb);
      CREATE DOMAIN sealed_text AS bytea;
      CREATE DOMAIN sealed_emails AS bytea;
      CREATE DOMAIN sealed_secret AS bytea;
      CREATE TABLE cat (id uuid, version int, pet_name sealed_text, mails sealed_emails, weight numeric(5, 2),
        born date, created_at timestamptz, created_by uuid, created_source text,
        changed_at timestamptz, changed_by uuid, change_source text, change_reason text, change_id uuid);
      -- in another order, with a column that the table has given up
      CREATE TABLE cat_history (valid_from timestamptz, valid_to timestamptz, former text, ended_by uuid, end_source text,
        end_reason text, end_change_id uuid, LIKE cat);
      CREATE TABLE cat_archive (LIKE cat, archived_at timestamptz, archived_by uuid, archive_source text,
        archive_reason text, archive_id uuid);
      CREATE TABLE note (id uuid, body sealed_text);
      CREATE TABLE plain (id uuid, body text);
      INSERT INTO rempart.kept_table VALUES ('cat', 1, '{}');
      """;

  private static EmbeddedPostgres postgres;

  @TempDir private Path output;

  @BeforeAll
  static void start() throws IOException {
    postgres = EmbeddedPostgres.builder().setPGStartupWait(Duration.ofSeconds(60)).start();
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @Test
  void aTableWithSealedColumnsGetsConstantsAnOpenerAndAWriter() throws Exception {
    write("SELECT 1");

    assertThat(source("CatSealed"))
        .contains("SealedColumn<String> PET_NAME")
        .contains("new SealedColumn<>(\"cat\", \"pet_name\", SealedTypes.TEXT)")
        .contains("ALL = List.of(PET_NAME, MAILS)");
    assertThat(source("OpenedCat"))
        .contains("public Opened<String> petName()")
        .contains("public Opened<java.util.List<eu.rempart.common.EmailEntry>> mails()")
        .contains("public java.math.BigDecimal weight()");
    assertThat(source("CatWriter"))
        .contains("public CatWriter petName(String value)")
        .contains("sealing.seal(CatSealed.PET_NAME, value)")
        .contains("public CatWriter born(java.time.LocalDate value)")
        .doesNotContain("changedBy(");
    assertThat(source("KeptTables")).contains("case \"cat\" -> CAT;").doesNotContain("NOTE");
    assertThat(source("OpenedNote")).contains("public Opened<String> body()");
    assertThat(file("PlainSealed")).doesNotExist();
    assertThat(file("CatHistorySealed")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ALTER TABLE cat ADD COLUMN colour text | cat_history has no column colour (text); cat_archive has no column colour (text)
          ALTER TABLE cat_history DROP COLUMN born | cat_history has no column born (date)
          ALTER TABLE cat_archive ALTER COLUMN weight TYPE numeric(9, 2) | cat_archive.weight has the type numeric(9,2), expected numeric(5,2)
          ALTER TABLE cat_archive ALTER COLUMN pet_name TYPE bytea | cat_archive.pet_name has the type bytea, expected sealed_text
          ALTER TABLE cat_history DROP COLUMN valid_to | cat_history has no column valid_to (timestamp with time zone)
          ALTER TABLE cat DROP COLUMN change_id | cat has no column change_id (uuid)
          DROP TABLE cat_archive | cat_archive has no column id (uuid)
          DELETE FROM rempart.kept_table | cat_history looks like a history, but keep_history was not called
          ALTER TABLE note ADD COLUMN pin sealed_secret | note.pin has the domain sealed_secret, which SealedDomain does not know
          ALTER TABLE note ADD COLUMN place point | note.place has the type point, which JavaTypes does not know
          """)
  void aSchemaThatBreaksTheRulesIsRefusedByName(String change, String fault) {
    assertThatThrownBy(() -> write(change))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining(fault);
  }

  private void write(String change) throws SQLException, IOException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
      connection.setAutoCommit(false);
      connection.createStatement().execute(SCHEMA);
      connection.createStatement().execute(change);
      OwnSources.write(connection, output);
      connection.rollback();
    }
  }

  private Path file(String name) {
    return output.resolve("eu/rempart/db/generated/" + name + ".java");
  }

  private String source(String name) throws IOException {
    return Files.readString(file(name));
  }
}

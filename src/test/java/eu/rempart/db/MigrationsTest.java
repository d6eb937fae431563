package eu.rempart.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MigrationsTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  /** Two people write migrations beside each other, and the higher number lands first. */
  @Test
  void oneWithALowerNumberThatComesLaterIsMadeUpFor() {
    OwnerAccess owner = new OwnerAccess(database.jdbcUrl(), "rempart_owner", "");
    database.owner().execute("DELETE FROM flyway_schema_history WHERE version = '0189'");

    Migrations.run(owner);

    assertThat(
            database
                .owner()
                .fetchOne("SELECT success FROM flyway_schema_history WHERE version = '0189'"))
        .isNotNull();
  }

  @Test
  void serverOlderThan17IsRefused() {
    assertThatThrownBy(() -> Migrations.requireVersion(16))
        .isInstanceOf(DatabaseUnusableException.class)
        .hasMessage("the database is PostgreSQL 16, expected 17 or newer");
    assertThatCode(() -> Migrations.requireVersion(17)).doesNotThrowAnyException();
  }
}

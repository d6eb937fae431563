package eu.rempart.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What runs as the database's owner runs nothing of whoever called it. */
class OwnerFunctionsTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @AfterEach
  void dropWhatWasMade() {
    database.owner().execute("DROP FUNCTION IF EXISTS rempart.helps_nobody()");
  }

  @Test
  void everyFunctionOfTheOwnerHasSearchPath() {
    assertThat(without("p.prosecdef")).isEmpty();
    assertThat(without("p.prorettype = 'trigger'::regtype")).isEmpty();
  }

  @Test
  void searchWouldFindFunctionWithoutSearchPath() {
    database
        .owner()
        .execute(
            "CREATE FUNCTION rempart.helps_nobody() RETURNS int LANGUAGE sql SECURITY DEFINER AS"
                + " 'SELECT 1'");

    assertThat(without("p.prosecdef")).containsExactly("rempart.helps_nobody()");
  }

  @Test
  void generatorGivesSearchPathToTomorrowsTriggers() {
    DSLContext owner = database.owner();
    owner.execute(
        """
        CREATE TABLE tomorrow (id uuid PRIMARY KEY, version int NOT NULL,
          created_at timestamptz NOT NULL, created_by uuid, created_source text NOT NULL,
          changed_at timestamptz NOT NULL, changed_by uuid, change_source text NOT NULL,
          change_reason text, change_id uuid)
        """);
    owner.execute("SELECT rempart.keep_history('tomorrow')");
    assertThat(
            owner
                .fetchSingle(
                    "SELECT count(*) FROM pg_proc WHERE prosecdef AND proname LIKE 'tomorrow\\_%'")
                .get(0, int.class))
        .isEqualTo(4);

    assertThat(without("p.prosecdef")).isEmpty();
    // again, as after a column was added
    owner.execute("SELECT rempart.keep_history('tomorrow')");
    assertThat(without("p.prosecdef")).isEmpty();
  }

  /** A type of the caller's stands in the way of the one that a trigger names. */
  @Test
  void applicationCannotBecomeOwnerByTypeOfItsOwn() {
    UUID tag = UUID.randomUUID();
    database
        .app()
        .transaction(
            inner -> {
              DSLContext app = inner.dsl();
              app.execute(
                  """
                  CREATE FUNCTION pg_temp.evil(v text) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN
                    IF current_user = 'rempart_owner' THEN
                      EXECUTE 'GRANT ALL ON ALL TABLES IN SCHEMA public TO rempart_app';
                    END IF;
                    RETURN true; END $$
                  """);
              app.execute("GRANT EXECUTE ON FUNCTION pg_temp.evil(text) TO PUBLIC");
              for (String type : new String[] {"uuid", "text", "timestamptz", "bool"}) {
                app.execute(
                    "CREATE DOMAIN pg_temp.\"%1$s\" AS pg_catalog.%1$s CHECK (pg_temp.evil(VALUE::pg_catalog.text))"
                        .formatted(type));
              }
              app.execute("SET LOCAL search_path = pg_temp, pg_catalog, public");
              app.execute("SELECT set_config('rempart.change_id', ?, true)", tag.toString());
              app.execute(
                  "INSERT INTO public.tag (id, name, tone) VALUES (?::pg_catalog.uuid, '\\x01', 1)",
                  tag);
              app.execute("UPDATE public.tag SET tone = 2 WHERE id = ?::pg_catalog.uuid", tag);
              app.execute("DELETE FROM public.tag WHERE id = ?::pg_catalog.uuid", tag);

              assertThat(may(app, "public.ledger", "INSERT")).isFalse();
              assertThat(may(app, "public.contact_history", "DELETE")).isFalse();
            });
  }

  @Test
  void applicationMakesNoTemporaryTables() {
    DSLContext owner = database.owner();
    AppRole.prepare(new OwnerAccess(database.jdbcUrl(), "rempart_owner", ""), "none");
    try {
      assertThatThrownBy(() -> database.app().execute("CREATE TEMPORARY TABLE mine (id int)"))
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("permission denied");
    } finally {
      owner.execute(
          "GRANT TEMPORARY ON DATABASE %s TO PUBLIC"
              .formatted(owner.fetchSingle("SELECT current_database()").get(0, String.class)));
    }
  }

  private static boolean may(DSLContext app, String table, String right) {
    return app.fetchSingle("SELECT has_table_privilege(?, ?)", table, right).get(0, boolean.class);
  }

  private static List<String> without(String which) {
    return database
        .owner()
        .fetch(
            """
            SELECT p.oid::regprocedure::text FROM pg_proc p
            WHERE %s AND p.pronamespace IN ('public'::regnamespace, 'rempart'::regnamespace)
              AND NOT EXISTS (SELECT FROM unnest(p.proconfig) c
                WHERE c IN ('search_path=pg_catalog, pg_temp', 'search_path=pg_catalog, public, pg_temp'))
            ORDER BY 1
            """
                .formatted(which))
        .getValues(0, String.class);
  }
}

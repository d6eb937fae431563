package eu.rempart.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was kept when an activity had one reminder at most. */
class SeveralRemindersTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String NEW =
      "INSERT INTO activity (id, kind, subject, status, priority, starts_at, zone, reminder_minutes)"
          + " VALUES (?, 'TASK', 'x', 'OPEN', 'NORMAL', '2026-11-26 10:00Z', 'UTC', ?)";

  private final DSLContext owner = database.owner();

  private static Flyway to(String version) {
    return Flyway.configure()
        .dataSource(database.jdbcUrl(), "rempart_owner", "")
        .locations("classpath:db/migration")
        .outOfOrder(true)
        .target(version)
        .load();
  }

  private UUID made(@Nullable Integer reminder) {
    UUID id = UUID.randomUUID();
    owner.execute(NEW, id, reminder);
    return id;
  }

  private @Nullable Object one(String column, String table, UUID id) {
    return owner.fetchValue("SELECT %s FROM %s WHERE id = ?".formatted(column, table), id);
  }

  @Test
  void whatIsThereKeepsItsReminderAndItsVersion() {
    owner.execute("DROP SCHEMA public CASCADE; DROP SCHEMA rempart CASCADE; CREATE SCHEMA public");
    to("0206").migrate();
    UUID kept = made(15);
    owner.execute("UPDATE activity SET reminder_minutes = 60 WHERE id = ?", kept);
    UUID none = made(null);
    UUID away = made(10);
    owner.execute("DELETE FROM activity WHERE id = ?", away);

    to("latest").migrate();

    assertThat(one("reminder_minutes::text", "activity", kept)).isEqualTo("{60}");
    assertThat(one("version", "activity", kept)).isEqualTo(2);
    assertThat(one("(remind_at = remind_last)::text", "activity", kept)).isEqualTo("true");
    assertThat(one("reminder_minutes::text", "activity_history", kept)).isEqualTo("{15}");
    assertThat(one("reminder_minutes", "activity", none)).isNull();
    assertThat(one("reminder_minutes::text", "activity_archive", away)).isEqualTo("{10}");

    owner.execute("UPDATE activity SET reminder_minutes = '{0,15,1440}' WHERE id = ?", kept);
    assertThat(one("to_char(remind_at AT TIME ZONE 'UTC', 'DD HH24:MI')", "activity", kept))
        .isEqualTo("25 10:00");
    assertThat(one("to_char(remind_last AT TIME ZONE 'UTC', 'DD HH24:MI')", "activity", kept))
        .isEqualTo("26 10:00");
    for (String wrong : new String[] {"{}", "{1,2,3,4,5,6}", "{-1}", "{40321}", "{1,NULL}"}) {
      assertThatThrownBy(
              () ->
                  owner.execute(
                      "UPDATE activity SET reminder_minutes = ?::int[] WHERE id = ?", wrong, kept))
          .as(wrong)
          .isInstanceOf(DataAccessException.class);
    }
  }
}

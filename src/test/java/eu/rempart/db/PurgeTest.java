package eu.rempart.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.db.generated.rempart.Routines;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PurgeTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private UUID administrator;
  private Rows rows;

  @BeforeEach
  void makeAdministrator() {
    administrator = database.member("ADMINISTRATOR");
    rows = new Rows(database, administrator);
    delay(0);
  }

  @Test
  void whatIsPurgedLeavesNothingButALineInTheLedger() {
    UUID contact = rows.contact("fr");
    rows.language(contact, "de");
    UUID link = rows.link(contact, rows.company());
    rows.delete("contact", contact);
    UUID request = UUID.randomUUID();
    ask(rows, request, rows.entryOf(contact));

    assertThat(Routines.purge(database.app().configuration(), request).data())
        .isEqualTo("{\"contact\": 1, \"contact_company\": 1}");

    for (String table :
        new String[] {"contact", "contact_history", "contact_archive", "contact_company"}) {
      assertThat(rows.lives(table, contact)).isFalse();
    }
    assertThat(rows.lives("contact_company_history", link)).isFalse();
    assertThat(rows.lives("contact_company_archive", link)).isFalse();
    assertThat(
            database
                .app()
                .fetchSingle("SELECT kind, detail::text FROM ledger ORDER BY seq DESC LIMIT 1")
                .get("kind"))
        .isEqualTo("purge.done");
    assertThat(Routines.ledgerBreak(database.app().configuration())).isNull();
  }

  @Test
  void aLinkThatWasRemovedBeforeGoesWithItsContact() {
    UUID contact = rows.contact("fr");
    UUID link = rows.link(contact, rows.company());
    rows.delete("contact_company", link);
    UUID entryOfLink = rows.entryOf(link);
    rows.delete("contact", contact);
    UUID request = UUID.randomUUID();
    ask(rows, request, rows.entryOf(contact));
    Routines.purge(database.app().configuration(), request);

    assertThat(rows.lives("contact_company_history", link)).isFalse();
    assertThat(database.app().fetch("SELECT FROM archive_entry WHERE archive_id = ?", entryOfLink))
        .isEmpty();
  }

  @Test
  void nobodyButAnActiveAdministratorMayAsk() {
    UUID contact = rows.contact("fr");
    rows.delete("contact", contact);
    UUID entry = rows.entryOf(contact);

    for (String role : new String[] {"MANAGER", "MEMBER", "READER", "ENGINEER"}) {
      Rows others = new Rows(database, database.member(role));
      assertThatThrownBy(() -> ask(others, UUID.randomUUID(), entry))
          .hasMessageContaining("only an active administrator");
    }
    database.owner().execute("UPDATE member SET state = 'SUSPENDED' WHERE id = ?", administrator);
    assertThatThrownBy(() -> ask(rows, UUID.randomUUID(), entry))
        .hasMessageContaining("only an active administrator");
  }

  @Test
  void theOwnerOfTheDatabasePurgesNothingInAnAdministratorsName() {
    UUID contact = rows.contact("fr");
    rows.delete("contact", contact);
    UUID entry = rows.entryOf(contact);
    UUID request = UUID.randomUUID();
    ask(rows, request, entry);

    for (String attempt :
        new String[] {
          "SELECT rempart.request_purge(gen_random_uuid(), ARRAY['%s']::uuid[], 'x')"
              .formatted(entry),
          "SELECT rempart.purge('%s')".formatted(request),
          "UPDATE purge_request SET due_at = now() - interval '1 day'",
          "DELETE FROM purge_request"
        }) {
      assertThatThrownBy(
              () ->
                  database
                      .owner()
                      .transaction(
                          all -> {
                            all.dsl()
                                .execute(
                                    "SELECT set_config('rempart.actor', ?, true)",
                                    administrator.toString());
                            all.dsl().execute(attempt);
                          }))
          .as(attempt)
          .hasMessageContaining("an administrator empties the bin in the application");
    }
    assertThat(rows.lives("contact_archive", contact)).isTrue();
  }

  @Test
  void anythingWaitsItsDelayAndAnotherAdministratorCanStopIt() {
    delay(7);
    UUID contact = rows.contact("fr");
    rows.delete("contact", contact);
    UUID request = UUID.randomUUID();
    OffsetDateTime due = ask(rows, request, rows.entryOf(contact));

    assertThat(due).isAfter(OffsetDateTime.now(java.time.ZoneOffset.UTC).plusDays(6));
    assertThatThrownBy(() -> Routines.purge(database.app().configuration(), request))
        .hasMessageContaining("not before");
    Rows other = new Rows(database, database.member("ADMINISTRATOR"));
    other.write(
        Reason.EDIT,
        () -> assertThat(Routines.stopPurge(database.app().configuration(), request)).isTrue());
    assertThatThrownBy(() -> Routines.purge(database.app().configuration(), request))
        .hasMessageContaining("is not waiting");
    assertThat(rows.lives("contact_archive", contact)).isTrue();
  }

  @Test
  void theDelayIsNeverLongerThanThirtyDaysNorNegative() {
    UUID contact = rows.contact("fr");
    rows.delete("contact", contact);
    UUID entry = rows.entryOf(contact);
    delay(900);
    assertThat(ask(rows, UUID.randomUUID(), entry))
        .isBefore(OffsetDateTime.now(java.time.ZoneOffset.UTC).plus(Duration.ofDays(31)));
    delay(-900);
    assertThat(ask(rows, UUID.randomUUID(), entry))
        .isAfter(OffsetDateTime.now(java.time.ZoneOffset.UTC).minus(Duration.ofDays(1)));
  }

  @Test
  void whatWasRestoredMeanwhileIsSpared() {
    UUID contact = rows.contact("fr");
    rows.delete("contact", contact);
    UUID entry = rows.entryOf(contact);
    UUID request = UUID.randomUUID();
    ask(rows, request, entry);
    eu.rempart.db.kept.KeptTable.restore(database.app(), entry);

    assertThat(Routines.purge(database.app().configuration(), request).data()).isEqualTo("{}");
    assertThat(rows.lives("contact", contact)).isTrue();
    assertThat(rows.lives("contact_history", contact)).isTrue();
  }

  @Test
  void aBentLedgerIsFoundOut() {
    Routines.appendLedger(
        database.app().configuration(), "test.one", null, org.jooq.JSONB.valueOf("{\"n\": 1}"));
    Routines.appendLedger(
        database.app().configuration(), "test.two", null, org.jooq.JSONB.valueOf("{\"n\": 2}"));
    assertThat(Routines.ledgerBreak(database.app().configuration())).isNull();
    assertThatThrownBy(() -> database.owner().execute("UPDATE ledger SET kind = 'other'"))
        .hasMessageContaining("append-only");

    for (String change :
        new String[] {
          "UPDATE ledger SET detail = '{\"n\": 3}' WHERE kind = 'test.one'",
          "UPDATE ledger SET db_user = 'somebody' WHERE kind = 'test.one'",
          "UPDATE ledger SET at = at + interval '1 microsecond' WHERE kind = 'test.one'",
          "DELETE FROM ledger WHERE kind = 'test.one'",
        }) {
      assertThat(breakAfter(change)).as(change).isNotNull();
    }
    assertThat(Routines.ledgerBreak(database.app().configuration())).isNull();
  }

  /**
   * Where the chain breaks when the owner switches the guard off and bends it; all undone after.
   */
  private static @Nullable Long breakAfter(String change) {
    Long[] found = new Long[1];
    try {
      database
          .owner()
          .transaction(
              inner -> {
                DSLContext owner = inner.dsl();
                owner.execute("ALTER TABLE ledger DISABLE TRIGGER append_only");
                owner.execute(change);
                found[0] = Routines.ledgerBreak(owner.configuration());
                throw new RolledBack();
              });
    } catch (RolledBack e) {
      return found[0];
    }
    throw new AssertionError("the transaction was not rolled back");
  }

  private static final class RolledBack extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static OffsetDateTime ask(Rows who, UUID request, UUID entry) {
    OffsetDateTime[] due = new OffsetDateTime[1];
    who.write(
        Reason.EDIT,
        () ->
            due[0] =
                Routines.requestPurge(
                    database.app().configuration(), request, new UUID[] {entry}, "cleanup"));
    return due[0];
  }

  private static void delay(int days) {
    database
        .app()
        .execute(
            "INSERT INTO organisation_setting (name, value) VALUES ('bin.purge-delay-days', ?)"
                + " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            Integer.toString(days));
  }
}

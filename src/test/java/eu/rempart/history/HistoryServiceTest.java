package eu.rempart.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.common.PhoneEntry;
import eu.rempart.common.PhoneKind;
import eu.rempart.common.PhoneNumber;
import eu.rempart.db.TestDatabase;
import eu.rempart.db.Writes;
import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.sealed.Opened;
import eu.rempart.history.HistoryEvent.What;
import eu.rempart.history.Viewer.Act;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HistoryServiceTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private UUID member;
  private TestViewer viewer;
  private HistoryService history;
  private Records records;

  @BeforeEach
  void signIn() {
    member = database.member("MEMBER");
    viewer = new TestViewer(member, Act.READ, Act.WRITE, Act.ARCHIVE);
    Writes writes = database.writes(member);
    history = TestHistory.service(database, writes, viewer);
    records = new Records(database, writes);
  }

  @Test
  void everyChangeIsToldNewestFirstWithItsFields() {
    RecordRef contact = records.contact("Dupont");
    records.change(contact, edit -> edit.lastName("Durand").language("fr"));
    database.owner().execute("DELETE FROM contact WHERE id = ?", contact.id());
    restore(contact);

    List<HistoryEvent> events = history.timeline(contact);
    assertThat(events)
        .extracting(HistoryEvent::what)
        .containsExactly(What.RESTORED, What.ARCHIVED, What.CHANGED, What.CREATED);
    assertThat(events).extracting(HistoryEvent::version).containsExactly(3, 2, 2, 1);
    assertThat(events.get(1).source()).isEqualTo("database:rempart_owner");
    assertThat(events.get(1).by()).isNull();
    assertThat(events.get(2).by()).isEqualTo(member);
    assertThat(events.get(2).changes())
        .extracting(FieldChange::column)
        .containsExactly("last_name", "language");
    FieldChange name = events.get(2).changes().getFirst();
    assertThat(name.before().orNull()).isEqualTo("Dupont");
    assertThat(name.after().orNull()).isEqualTo("Durand");
  }

  @Test
  void aValueThatWasOnlySealedAnewIsNoChange() {
    RecordRef contact = records.contact("Dupont");
    records.change(contact, edit -> edit.lastName("Dupont"));

    assertThat(history.timeline(contact)).extracting(HistoryEvent::what).containsOnly(What.CREATED);
  }

  @Test
  void linksAreToldInTheHistoryOfBothEnds() {
    RecordRef contact = records.contact("Dupont");
    RecordRef company = records.company("Acme");
    RecordRef link = records.link(contact, company);
    database.app().execute("DELETE FROM contact_company WHERE id = ?", link.id());

    assertThat(history.timeline(contact))
        .filteredOn(event -> event.link() != null)
        .extracting(HistoryEvent::what, event -> Objects.requireNonNull(event.link()).name())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(What.ARCHIVED, "Acme"),
            org.assertj.core.groups.Tuple.tuple(What.CREATED, "Acme"));
    assertThat(history.timeline(company))
        .filteredOn(event -> event.link() != null)
        .extracting(event -> Objects.requireNonNull(event.link()).name())
        .containsExactly("Dupont", "Dupont");
  }

  @Test
  void aRecordIsShownAsItWasWithWhatDiffersToday() {
    RecordRef contact = records.contact("Dupont");
    records.link(contact, records.company("Acme"));
    Instant then = now();
    records.change(contact, edit -> edit.lastName("Durand"));

    RecordAt was = history.asOf(contact, then).orElseThrow();
    assertThat(was.version()).isEqualTo(1);
    assertThat(was.currentVersion()).isEqualTo(2);
    assertThat(was.links()).extracting(Linked::name).containsExactly("Acme");
    assertThat(was.fields())
        .filteredOn(FieldValue::differs)
        .singleElement()
        .satisfies(
            field -> {
              assertThat(field.value().orNull()).isEqualTo("Dupont");
              assertThat(field.now().orNull()).isEqualTo("Durand");
            });
    assertThat(history.asOf(contact, then.minus(Duration.ofDays(1)))).isEmpty();
  }

  @Test
  void anOldPhoneNumberIsPutBackWithoutItsKey() {
    RecordRef contact = records.contact("Dupont");
    List<PhoneEntry> old =
        List.of(PhoneEntry.of(new PhoneNumber("06 11", null), PhoneKind.MOBILE, true));
    records.change(contact, edit -> edit.phones(old));
    records.change(contact, edit -> edit.phones(List.of()));

    assertThat(history.putBack(contact, 2, "phones", 3)).isEqualTo(new PutBack.Done(4));
    HistoryEvent newest = history.timeline(contact).getFirst();
    assertThat(newest.reason()).isEqualTo("put-back");
    assertThat(newest.changes())
        .singleElement()
        .satisfies(change -> assertThat(change.after().orNull()).isEqualTo(old));
  }

  @Test
  void nothingIsPutBackOverSomebodysNewerChangeOrIntoAnArchivedRecord() {
    RecordRef contact = records.contact("Dupont");
    records.change(contact, edit -> edit.lastName("Durand"));
    records.change(contact, edit -> edit.lastName("Duval"));

    assertThat(history.putBack(contact, 1, "last_name", 2)).isEqualTo(new PutBack.Stale(3));
    assertThat(history.putBack(contact, 77, "last_name", 3)).isEqualTo(new PutBack.Gone());
    database.app().execute("DELETE FROM contact WHERE id = ?", contact.id());
    assertThat(history.putBack(contact, 1, "last_name", 3)).isEqualTo(new PutBack.Gone());
    for (String column : new String[] {"id", "version", "created_by", "change_id", "x\" = '"}) {
      assertThatIllegalArgumentException().isThrownBy(() -> history.putBack(contact, 1, column, 3));
    }
  }

  @Test
  void ciphertextFromAnotherRecordIsShownAsSealedAndTheRestStaysUsable() {
    RecordRef contact = records.contact("Dupont");
    RecordRef other = records.contact("Durand");
    database
        .owner()
        .execute(
            "UPDATE contact SET language = 'fr', last_name = (SELECT last_name FROM contact WHERE id = ?) WHERE id = ?",
            other.id(),
            contact.id());

    assertThat(history.timeline(contact).getFirst().changes())
        .extracting(FieldChange::column, change -> change.after() instanceof Opened.Unopenable)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("last_name", true),
            org.assertj.core.groups.Tuple.tuple("language", false));
  }

  @Test
  void readersPutNothingBackAndEngineersReadNothing() {
    RecordRef contact = records.contact("Dupont");
    viewer.becomes(member, Act.READ);
    assertThat(history.timeline(contact)).isNotEmpty();
    assertThatThrownBy(() -> history.putBack(contact, 1, "last_name", 1))
        .isInstanceOf(SecurityException.class);

    viewer.becomes(member);
    assertThatThrownBy(() -> history.timeline(contact)).isInstanceOf(SecurityException.class);
    assertThatThrownBy(() -> history.asOf(contact, Instant.EPOCH))
        .isInstanceOf(SecurityException.class);
    assertThatThrownBy(() -> history.name(contact)).isInstanceOf(SecurityException.class);
    assertThatThrownBy(() -> history.memberNames(List.of(member)))
        .isInstanceOf(SecurityException.class);
  }

  @Test
  void wholeTablesAndMembersCanBeAskedFor() {
    RecordRef contact = records.contact("Dupont");
    Instant between = now();
    records.change(contact, edit -> edit.language("fr"));
    var dsl = database.app();

    assertThat(dsl.fetchCount(KeptTables.CONTACT.changesBy(member))).isEqualTo(2);
    assertThat(dsl.fetchCount(KeptTables.CONTACT.changesBetween(between, now()))).isEqualTo(1);
    assertThat(
            dsl.selectFrom(KeptTables.CONTACT.asOf(between))
                .where("id = ?", contact.id())
                .fetchSingle("version"))
        .isEqualTo(1);
    assertThat(KeptTables.CONTACT.archived(dsl, org.jooq.impl.DSL.field("id").eq(contact.id())))
        .isEmpty();
  }

  /** The database's clock is what versions go by. */
  private static Instant now() {
    return database
        .app()
        .fetchSingle("SELECT clock_timestamp()")
        .get(0, java.time.OffsetDateTime.class)
        .toInstant();
  }

  private static void restore(RecordRef ref) {
    database
        .owner()
        .execute(
            "SELECT rempart.restore(archive_id) FROM archive_entry WHERE root_id = ?", ref.id());
  }
}

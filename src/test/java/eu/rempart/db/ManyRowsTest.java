package eu.rempart.db;

import static eu.rempart.db.generated.Tables.CONTACT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.db.generated.ContactWriter;
import eu.rempart.db.generated.OpenedContact;
import eu.rempart.db.generated.tables.records.ContactRecord;
import eu.rempart.db.sealed.TestSealing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ManyRowsTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final TestSealing sealing = new TestSealing();
  private UUID member;

  @BeforeEach
  void makeMember() {
    member = database.member("MEMBER");
  }

  @Test
  void everyRowGetsItsOwnValuesHoweverManyThereAre() {
    List<ContactRecord> rows = new ArrayList<>();
    UUID tag = UUID.randomUUID();
    // more than the driver sends with one statement (128), and no power of two
    for (int i = 0; i < 777; i++) {
      rows.add(
          write(UUID.randomUUID())
              .firstName("first " + i)
              .lastName(i % 2 == 0 ? null : "last " + i)
              .language("fr")
              .basisDate(i % 3 == 0 ? null : LocalDate.of(2026, 1, 1).plusDays(i))
              .tags(i % 5 == 0 ? new UUID[] {tag, member} : null)
              .doNotCall(i % 7 == 0)
              .forInsert());
    }
    insert(rows);

    for (ContactRecord row : rows) {
      var kept = database.app().fetchSingle(CONTACT, CONTACT.ID.eq(row.getId()));
      assertThat(new OpenedContact(kept, sealing).firstName())
          .isEqualTo(new OpenedContact(row, sealing).firstName());
      assertThat(kept.getLastName()).isEqualTo(row.getLastName());
      assertThat(kept.getLanguage()).isEqualTo("fr");
      assertThat(kept.getBasisDate()).isEqualTo(row.getBasisDate());
      assertThat(kept.getTags()).isEqualTo(row.getTags());
      assertThat(kept.getDoNotCall()).isEqualTo(row.getDoNotCall());
      assertThat(kept.getVersion()).isEqualTo(1);
      assertThat(kept.getCreatedBy()).isEqualTo(member);
    }
  }

  @Test
  void aColumnThatARowDoesNotSetGetsItsDefault() {
    ContactRecord set = write(UUID.randomUUID()).doNotCall(true).forInsert();
    ContactRecord unset = write(UUID.randomUUID()).language("de").forInsert();
    insert(List.of(set, unset));

    assertThat(database.app().fetchSingle(CONTACT, CONTACT.ID.eq(set.getId())).getDoNotCall())
        .isTrue();
    var kept = database.app().fetchSingle(CONTACT, CONTACT.ID.eq(unset.getId()));
    assertThat(kept.getDoNotCall()).isFalse();
    assertThat(kept.getLanguage()).isEqualTo("de");
  }

  @Test
  void oneRowThatIsRefusedTakesAllWithIt() {
    ContactRecord good = write(UUID.randomUUID()).language("de").forInsert();
    ContactRecord again = write(good.getId()).language("fr").forInsert();

    assertThatThrownBy(() -> insert(List.of(good, again))).hasMessageContaining("contact_pkey");
    assertThat(database.app().fetchExists(CONTACT, CONTACT.ID.eq(good.getId()))).isFalse();
  }

  @Test
  void noRowsAreNoWork() {
    ManyRows.insert(database.app(), List.of());
  }

  private ContactWriter write(UUID id) {
    return new ContactWriter(id, sealing);
  }

  private void insert(List<ContactRecord> rows) {
    database.writes(member).run(Reason.IMPORT, change -> ManyRows.insert(database.app(), rows));
  }
}

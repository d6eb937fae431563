package eu.rempart.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Rights;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.common.SaveResult;
import eu.rempart.customfield.TestCustomFields;
import eu.rempart.db.Actor;
import eu.rempart.db.TestDatabase;
import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.sealed.TestSealing;
import eu.rempart.search.SearchIndex;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ContactServiceTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final ContactData CAMILLE =
      ContactData.builder().firstName("Camille").lastName("Le Goff").build();

  private final CurrentMember current = new CurrentMember();
  private ContactService contacts;

  @BeforeEach
  void open() {
    var sealing = new TestSealing();
    var links = new LinkRepository(database.app(), sealing);
    contacts =
        new ContactService(
            new ContactRepository(database.app(), sealing, links),
            new SearchIndex(List::of, Locale.FRENCH),
            database.writes(() -> current.find().map(member -> Actor.manual(member.memberId()))),
            new Rights(current),
            TestCustomFields.checks(database));
  }

  private <T> T as(Role role, Callable<T> work) throws Exception {
    UUID member = database.member(role.name());
    return current.callAs(new SignedInMember(member, role, UUID.randomUUID(), null), work);
  }

  @Test
  void memberCreatesChangesAndArchivesAContact() throws Exception {
    ContactId id = as(Role.MEMBER, () -> contacts.create(CAMILLE));
    Contact created = as(Role.READER, () -> contacts.find(id).orElseThrow());
    ContactData renamed = CAMILLE.toBuilder().lastName("Kerros").build();

    SaveResult<Contact, ContactField> result =
        as(Role.MEMBER, () -> contacts.save(id, created.version(), created.data(), renamed));

    assertThat(result).isInstanceOf(SaveResult.Saved.class);
    assertThat(KeptTables.CONTACT.versionsOf(database.app(), id.value()))
        .as("history was written")
        .hasSize(2);
    as(Role.MEMBER, () -> contacts.archive(List.of(id)));
    assertThat(as(Role.READER, () -> contacts.find(id))).isEmpty();
    assertThat(as(Role.MEMBER, () -> contacts.save(id, 2, renamed, CAMILLE)))
        .isInstanceOf(SaveResult.Gone.class);
  }

  @Test
  void readerChangesNothing() throws Exception {
    ContactId id = as(Role.MEMBER, () -> contacts.create(CAMILLE));

    assertThatThrownBy(() -> as(Role.READER, () -> contacts.create(CAMILLE)))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(
            () -> as(Role.READER, () -> contacts.save(id, 1, CAMILLE, ContactData.EMPTY)))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> as(Role.READER, () -> contacts.archive(List.of(id))))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void engineerReadsNothing() throws Exception {
    ContactId id = as(Role.MEMBER, () -> contacts.create(CAMILLE));

    assertThatThrownBy(() -> as(Role.ENGINEER, () -> contacts.find(id)))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> as(Role.ENGINEER, () -> contacts.page(ContactQuery.ALL, 0, 50)))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> contacts.find(id))
        .as("nobody signed in")
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void staleSaveNamesWhatBothChanged() throws Exception {
    ContactId id = as(Role.MEMBER, () -> contacts.create(CAMILLE));
    ContactData theirs = CAMILLE.toBuilder().lastName("Kerros").language("fr").build();
    as(Role.MEMBER, () -> contacts.save(id, 1, CAMILLE, theirs));
    ContactData mine = CAMILLE.toBuilder().lastName("Morvan").build();

    SaveResult<Contact, ContactField> result =
        as(Role.MEMBER, () -> contacts.save(id, 1, CAMILLE, mine));

    Contact now = as(Role.READER, () -> contacts.find(id).orElseThrow());
    assertThat(now.data()).isEqualTo(theirs);
    assertThat(result)
        .isEqualTo(
            new SaveResult.Stale<>(
                now,
                Set.of(ContactField.LAST_NAME, ContactField.LANGUAGE),
                Set.of(ContactField.LAST_NAME)));
  }
}

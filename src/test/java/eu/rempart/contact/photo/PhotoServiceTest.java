package eu.rempart.contact.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Rights;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.archive.TestArchive;
import eu.rempart.common.Picture;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactService;
import eu.rempart.contact.TestContacts;
import eu.rempart.db.Actor;
import eu.rempart.db.Reason;
import eu.rempart.db.TestDatabase;
import eu.rempart.db.Writes;
import eu.rempart.db.sealed.TestSealing;
import eu.rempart.history.FieldChange;
import eu.rempart.history.FieldValue;
import eu.rempart.history.HistoryEvent;
import eu.rempart.history.HistoryService;
import eu.rempart.history.PutBack;
import eu.rempart.history.RecordKind;
import eu.rempart.history.RecordKinds;
import eu.rempart.history.RecordRef;
import eu.rempart.history.TestHistory;
import eu.rempart.history.TestViewer;
import eu.rempart.history.Viewer.Act;
import eu.rempart.picture.Photo;
import eu.rempart.picture.TestPictures;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class PhotoServiceTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final CurrentMember current = new CurrentMember();
  private Writes writes;
  private PhotoService photos;
  private ContactService contacts;
  private HistoryService history;
  private TestArchive bin;
  private Photo first;
  private Photo second;

  @BeforeEach
  void open() throws Exception {
    var sealing = new TestSealing();
    var rights = new Rights(current);
    writes = database.writes(() -> current.find().map(m -> Actor.manual(m.memberId())));
    photos = new PhotoService(new PhotoRepository(database.app(), sealing), writes, rights);
    contacts = TestContacts.service(database, sealing, writes, rights);
    var kinds =
        new StaticListableBeanFactory(Map.of("contact", TestContacts.kind(), "p", new PhotoKind()));
    var viewer = new TestViewer(database.member("ADMINISTRATOR"), Act.values());
    history =
        TestHistory.service(
            database, writes, viewer, new RecordKinds(kinds.getBeanProvider(RecordKind.class)));
    bin = TestArchive.services(database, writes, viewer, Clock.systemUTC());
    var reader = TestPictures.reader();
    first = reader.read(TestPictures.file("png", 300, 200));
    second = reader.read(TestPictures.another(300, 200));
  }

  private <T> T as(Role role, Callable<T> work) throws Exception {
    UUID member = database.member(role.name());
    return current.callAs(new SignedInMember(member, role, UUID.randomUUID(), null), work);
  }

  private ContactId person() throws Exception {
    return as(
        Role.MEMBER, () -> contacts.create(ContactData.builder().lastName("Le Goff").build()));
  }

  private boolean put(ContactId id, Photo photo) throws Exception {
    return as(Role.MEMBER, () -> photos.put(id, photo));
  }

  private Map<ContactId, Picture> thumbnails(ContactId... ids) throws Exception {
    return as(Role.READER, () -> photos.thumbnails(List.of(ids)));
  }

  private List<HistoryEvent> timeline(ContactId id) {
    return history.timeline(new RecordRef("contact", id.value()));
  }

  @Test
  void bothPicturesComeBackAsTheyWere() throws Exception {
    ContactId id = person();
    ContactId faceless = person();
    assertThat(put(id, first)).isTrue();

    assertThat(thumbnails(id, faceless)).containsExactly(Map.entry(id, first.thumbnail()));
    assertThat(as(Role.READER, () -> photos.image(id))).contains(first.image());

    put(id, second);
    assertThat(thumbnails(id)).containsExactly(Map.entry(id, second.thumbnail()));
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"READER", "ENGINEER"})
  void whoMayNotWriteGivesAndTakesNoPhoto(Role role) throws Exception {
    ContactId id = person();
    put(id, first);

    assertThatExceptionOfType(NotPermittedException.class)
        .isThrownBy(() -> as(role, () -> photos.put(id, second)));
    assertThatExceptionOfType(NotPermittedException.class)
        .isThrownBy(() -> as(role, () -> photos.remove(id)));
    assertThat(thumbnails(id)).containsValue(first.thumbnail());
  }

  @Test
  void anEngineerSeesNobodysFace() throws Exception {
    ContactId id = person();
    put(id, first);

    assertThatExceptionOfType(NotPermittedException.class)
        .isThrownBy(() -> as(Role.ENGINEER, () -> photos.thumbnails(Set.of(id))));
    assertThatExceptionOfType(NotPermittedException.class)
        .isThrownBy(() -> as(Role.ENGINEER, () -> photos.image(id)));
  }

  @Test
  void aFormerPhotoStandsInTheHistoryAndIsPutBack() throws Exception {
    ContactId id = person();
    put(id, first);
    put(id, second);

    HistoryEvent newest = timeline(id).getFirst();
    assertThat(newest.what()).isEqualTo(HistoryEvent.What.CHANGED);
    assertThat(newest.changes()).extracting(FieldChange::column).containsExactly("thumbnail");
    assertThat(newest.changes().getFirst().before().orNull()).isEqualTo(first.thumbnail());

    PutBack answer =
        as(
            Role.MEMBER,
            () ->
                history.putBack(
                    Objects.requireNonNull(newest.link()).record(),
                    newest.version() - 1,
                    "thumbnail",
                    newest.version()));

    assertThat(answer).isInstanceOf(PutBack.Done.class);
    assertThat(thumbnails(id)).containsValue(first.thumbnail());
    assertThat(as(Role.READER, () -> photos.image(id))).contains(first.image());
  }

  @Test
  void aPhotoThatWasTakenAwayComesBackFromTheHistory() throws Exception {
    ContactId id = person();
    put(id, first);

    StoredPhoto stored = as(Role.MEMBER, () -> photos.remove(id)).orElseThrow();

    assertThat(thumbnails(id)).isEmpty();
    assertThat(as(Role.MEMBER, () -> photos.remove(id))).isEmpty();
    PutBack answer =
        as(
            Role.MEMBER,
            () ->
                history.putBack(
                    new RecordRef("contact_photo", stored.id()),
                    stored.version(),
                    "thumbnail",
                    stored.version() + 1));
    assertThat(answer).isInstanceOf(PutBack.Done.class);
    assertThat(thumbnails(id)).containsValue(first.thumbnail());
  }

  @Test
  void aPhotoGoesToTheBinAndComesBackWithItsContact() throws Exception {
    ContactId id = person();
    put(id, first);

    UUID change = as(Role.MEMBER, () -> contacts.archive(List.of(id)));
    assertThat(thumbnails(id)).isEmpty();
    assertThat(put(id, second)).isFalse();

    as(Role.MEMBER, () -> bin.archive().undo(change));
    assertThat(thumbnails(id)).containsValue(first.thumbnail());
    assertThat(timeline(id))
        .extracting(HistoryEvent::what)
        .as("its way to the bin and back is told once")
        .containsOnlyOnce(HistoryEvent.What.ARCHIVED)
        .containsOnlyOnce(HistoryEvent.What.RESTORED);
  }

  @Test
  void howSomebodyLookedOnADayIsKnown() throws Exception {
    ContactId id = person();
    put(id, first);
    var then = timeline(id).getFirst().at();
    put(id, second);

    var at = history.asOf(new RecordRef("contact", id.value()), then).orElseThrow();

    assertThat(at.parts()).containsOnlyKeys("contact_photo");
    FieldValue shown = at.parts().values().iterator().next().getFirst();
    assertThat(shown.value().orNull()).isEqualTo(first.thumbnail());
    assertThat(shown.differs()).isTrue();
  }

  @Test
  void aPhotoOfAnotherRecordDoesNotOpen() throws Exception {
    ContactId mine = person();
    ContactId other = person();
    put(mine, first);
    put(other, second);

    database
        .owner()
        .execute(
            "UPDATE contact_photo SET thumbnail = (SELECT thumbnail FROM contact_photo WHERE"
                + " contact_id = ?) WHERE contact_id = ?",
            other.value(),
            mine.value());

    assertThat(thumbnails(mine, other)).containsExactly(Map.entry(other, second.thumbnail()));
  }

  @Test
  void manyAreGivenAtOnceOverAndBesidesOthers() throws Exception {
    ContactId known = person();
    ContactId fresh = person();
    put(known, first);

    as(
        Role.MEMBER,
        () -> {
          photos.putAll(Map.of(known, second, fresh, first), Reason.IMPORT);
          return true;
        });

    assertThat(thumbnails(known, fresh))
        .containsOnly(Map.entry(known, second.thumbnail()), Map.entry(fresh, first.thumbnail()));
  }
}

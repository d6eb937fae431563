package eu.rempart.bulk.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import eu.rempart.Patience;
import eu.rempart.WithFirm;
import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.bulk.BulkJob;
import eu.rempart.bulk.BulkOrder;
import eu.rempart.bulk.BulkService;
import eu.rempart.bulk.BulkState;
import eu.rempart.contact.Contact;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactFilter;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactQuery;
import eu.rempart.db.Reason;
import eu.rempart.history.HistoryService;
import eu.rempart.history.RecordRef;
import eu.rempart.shell.bulk.BulkField;
import eu.rempart.shell.tag.TagsField;
import eu.rempart.tag.Tag;
import eu.rempart.tag.TagService;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Many records at once, from the list to the way back. */
class BulkScreensTest extends WithFirm {

  @Autowired private BulkService bulk;
  @Autowired private TagService tags;
  @Autowired private HistoryService history;

  private List<ContactId> family(String name, int size) {
    List<ContactId> ids = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      ids.add(person("Kid" + i, name));
    }
    return ids;
  }

  private ContactData now(ContactId id) {
    return contacts.find(id).orElseThrow().data();
  }

  private int found(String name) {
    return contacts
        .page(
            new ContactQuery(
                name, ContactFilter.NONE, ContactQuery.ALL.sort(), false, ContactQuery.ALL.shown()),
            0,
            0)
        .total();
  }

  private void list(String name) {
    open("contacts", foundBy(name));
    test(grid()).size();
  }

  private void chooseAll() {
    grid().select(test(grid()).getRow(0));
    test(find(Button.class)
            .withCondition(button -> button.getText().startsWith("Select all that match"))
            .single())
        .click();
  }

  private void awaitNotice(String words) {
    await()
        .pollInSameThread()
        .atMost(Patience.LONG)
        .untilAsserted(
            () -> {
              roundTrip();
              assertThat(says(words)).isTrue();
            });
  }

  private static void awaitEnd(BulkJob job) {
    await().atMost(Patience.LONG).until(() -> job.state() != BulkState.RUNNING);
  }

  @Test
  void allThatMatchAreAssignedAndThatIsTakenBack() {
    List<ContactId> ids = family("Massenow", 5);
    list("Massenow");
    chooseAll();
    click("Assign");
    @SuppressWarnings("unchecked")
    ComboBox<UUID> owner = find(ComboBox.class).withLabel("Owner").single();
    owner.setValue(admin().memberId());
    click("Assign");
    awaitNotice("5 records assigned");

    assertThat(ids).allMatch(id -> admin().memberId().equals(now(id).ownerId()));
    assertThat(history.timeline(new RecordRef("contact", ids.getFirst().value())))
        .first()
        .matches(event -> "bulk".equals(event.reason()));

    click("Undo");
    awaitNotice("5 records as before");
    assertThat(ids).allMatch(id -> now(id).ownerId() == null);
  }

  @Test
  void chosenOnesAreTagged() {
    List<ContactId> ids = family("Tagmany", 3);
    Tag tag = tags.create("Many at once");
    list("Tagmany");
    grid().select(test(grid()).getRow(0));
    grid().select(test(grid()).getRow(2));
    click("Tag");
    TagsField field = find(TagsField.class).withLabel("Add these tags").single();
    field.setValue(Set.of(tag.id().value()));
    click("Tag");
    awaitNotice("2 records tagged");

    assertThat(ids).filteredOn(id -> now(id).tags().contains(tag.id().value())).hasSize(2);
  }

  @Test
  void aFieldIsEditedInAllAndWhoWasSoAlreadyIsCounted() {
    List<ContactId> ids = family("Langmany", 3);
    Contact first = contacts.find(ids.getFirst()).orElseThrow();
    contacts.save(
        first.id(), first.version(), first.data(), first.data().toBuilder().language("fr").build());
    list("Langmany");
    chooseAll();
    click("Edit a field");
    click("Edit a field");
    @SuppressWarnings("unchecked")
    Select<BulkField<?>> which = find(Select.class).withLabel("Field").single();
    assertThat(which.getErrorMessage()).isEqualTo("Choose the field to change.");
    which.setValue(
        which
            .getListDataView()
            .getItems()
            .filter(f -> f.column().equals("language"))
            .findFirst()
            .orElseThrow());
    @SuppressWarnings("unchecked")
    ComboBox<String> language = find(ComboBox.class).withLabel("Language").all().getLast();
    language.setValue("fr");
    click("Edit a field");
    awaitNotice("2 records edited. One was so already.");

    assertThat(ids).allMatch(id -> "fr".equals(now(id).language()));
  }

  @Test
  void allThatMatchGoToTheBinAndComeBackDaysLater() {
    family("Binmany", 4);
    list("Binmany");
    chooseAll();
    click("Archive");
    confirm();
    awaitNotice("4 records archived");
    assertThat(found("Binmany")).isZero();

    navigate(BulkView.class);
    assertThat(says("Contact · 4 records archived.")).isTrue();
    test(find(Button.class).withText("Undo").all().getFirst()).click();
    confirm();
    awaitNotice("4 records as before");
    await().pollInSameThread().atMost(Patience.LONG).until(() -> found("Binmany") == 4);
  }

  @Test
  void aCancelledChangeChangesNothing() {
    List<ContactId> ids = family("Stopnow", 2);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    BulkJob job =
        bulk.start(
            order(
                () -> Stream.of(List.of(ids.get(0).value()), List.of(ids.get(1).value())),
                batch -> {
                  rename(batch.getFirst());
                  begun.countDown();
                  wait(goOn);
                  return 1;
                }));
    wait(begun);
    job.cancel();
    goOn.countDown();
    awaitEnd(job);

    assertThat(job.state()).isEqualTo(BulkState.CANCELLED);
    assertThat(ids).allMatch(id -> "Stopnow".equals(now(id).lastName()));
  }

  @Test
  void aChangeThatBreaksOffChangesNothing() {
    List<ContactId> ids = family("Breaknow", 2);
    BulkJob job =
        bulk.start(
            order(
                () -> ids.stream().map(id -> List.of(id.value())),
                batch -> {
                  if (batch.getFirst().equals(ids.get(1).value())) {
                    throw new IllegalStateException("by the test");
                  }
                  rename(batch.getFirst());
                  return 1;
                }));
    awaitEnd(job);

    assertThat(job.state()).isEqualTo(BulkState.FAILED);
    assertThat(ids).allMatch(id -> "Breaknow".equals(now(id).lastName()));
  }

  @Test
  void whatSomebodyChangedSinceIsLeftAloneByTheUndo() {
    List<ContactId> ids = family("Sincethen", 2);
    BulkJob job =
        bulk.start(
            order(
                () -> Stream.of(ids.stream().map(ContactId::value).toList()),
                batch -> {
                  batch.forEach(this::rename);
                  return batch.size();
                }));
    awaitEnd(job);
    Contact later = contacts.find(ids.getFirst()).orElseThrow();
    contacts.save(
        later.id(),
        later.version(),
        later.data(),
        later.data().toBuilder().lastName("Later").build());

    BulkJob undo = bulk.undo(job.id(), () -> {});
    awaitEnd(undo);

    assertThat(undo.state()).isEqualTo(BulkState.UNDONE);
    assertThat(undo.undone().orElseThrow().leftAlone()).isEqualTo(1);
    assertThat(now(ids.get(0)).lastName()).isEqualTo("Later");
    assertThat(now(ids.get(1)).lastName()).isEqualTo("Sincethen");
    BulkJob again = bulk.undo(job.id(), () -> {});
    awaitEnd(again);
    assertThat(again.state()).as("once is enough").isEqualTo(BulkState.FAILED);
  }

  @Test
  void readersChangeNothing() {
    actAs(Role.READER);
    BulkOrder order = order(Stream::of, batch -> 0);

    assertThatThrownBy(() -> bulk.start(order)).isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> bulk.undo(UUID.randomUUID(), () -> {}))
        .isInstanceOf(NotPermittedException.class);
    actAs(Role.ENGINEER);
    assertThatThrownBy(bulk::recent).isInstanceOf(NotPermittedException.class);
  }

  private static BulkOrder order(
      java.util.function.Supplier<Stream<List<UUID>>> ids, BulkOrder.Step step) {
    return new BulkOrder("contact", "edit", "last_name", 2, ids, step, all -> {});
  }

  private void rename(UUID id) {
    Contact contact = contacts.find(new ContactId(id)).orElseThrow();
    contacts.saveAll(
        java.util.Map.of(contact, contact.data().toBuilder().lastName("Renamed").build()),
        Reason.EDIT);
  }

  private static void wait(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

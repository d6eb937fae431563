package eu.rempart.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.rempart.Patience;
import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.right.FieldRule;
import eu.rempart.common.EmailAddress;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.EmailKind;
import eu.rempart.common.custom.CustomField;
import eu.rempart.common.custom.CustomKind;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.common.custom.Labels;
import eu.rempart.contact.Contact;
import eu.rempart.contact.ContactColumn;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactFilter;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactQuery;
import eu.rempart.customfield.CustomFieldData;
import eu.rempart.customfield.CustomFieldService;
import eu.rempart.db.Reason;
import eu.rempart.history.FieldChange;
import eu.rempart.history.HistoryService;
import eu.rempart.history.PutBack;
import eu.rempart.history.RecordRef;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Fields that a role hides or only shows, those that a firm made for itself among them. */
class NarrowedFieldTest extends WithNarrowedMembers {

  @Autowired private HistoryService history;
  @Autowired private CustomFieldService fields;

  @Test
  void aHiddenFieldIsNeitherShownNorFoundNorSortedByNorTold() {
    String address = "x" + UUID.randomUUID().toString().substring(0, 8) + "@hidden.example";
    ContactData full =
        ContactData.builder()
            .lastName("Fields")
            .emails(List.of(EmailEntry.of(EmailAddress.of(address), EmailKind.WORK, true)))
            .build();
    ContactId id = contacts.create(full);
    // of whom lists show the address, for want of a name
    contacts.create(full.toBuilder().lastName(null).build());
    SignedInMember eve =
        narrowed(Role.MEMBER, without("contact", Map.of("emails", FieldRule.HIDDEN)));

    ContactData seen = as(eve, () -> contacts.find(id)).orElseThrow().data();
    assertThat(seen.emails()).isEmpty();
    assertThat(as(eve, () -> contacts.rows(List.of(id), Set.of(ContactColumn.EMAIL))))
        .singleElement()
        .satisfies(row -> assertThat(row.shown().emails()).isEmpty());
    for (String text : List.of(address, address.substring(0, 8), "hidden.example")) {
      ContactQuery query = found(text);
      assertThat(contacts.page(query, 0, 10).total()).as(text).isPositive();
      assertThat(as(eve, () -> contacts.page(query, 0, 10)).total()).as(text).isZero();
    }
    assertThat(as(eve, () -> contacts.page(found("Fields"), 0, 10)).total()).isPositive();
    assertThat(as(eve, () -> contacts.matchingEach(List.of(), List.of(address), 5))).isEmpty();
    assertThat(as(eve, () -> history.timeline(new RecordRef("contact", id.value()))))
        .isNotEmpty()
        .allSatisfy(
            event ->
                assertThat(event.changes())
                    .extracting(FieldChange::column)
                    .doesNotContain("emails"));
    assertThatThrownBy(() -> as(eve, () -> contacts.save(id, 1, seen, full)))
        .isInstanceOf(NotPermittedException.class);
    ContactData renamed = seen.toBuilder().firstName("With").build();
    as(eve, () -> contacts.save(id, 1, seen, renamed));
    assertThat(contacts.find(id).orElseThrow().data().emails())
        .as("what nobody saw stays as it was")
        .isEqualTo(full.emails());
  }

  @Test
  void hiddenCustomFieldsAreNeitherShownNorFoundNorTold() {
    String word = "w" + UUID.randomUUID().toString().substring(0, 8);
    UUID field =
        fields.create(
            CustomKind.TEXT,
            new CustomFieldData(
                Labels.of("Secret"), Set.of("contact"), Set.of(), false, List.of()));
    ContactData full =
        ContactData.builder()
            .lastName("Own fields")
            .custom(CustomValues.NONE.with(field, word))
            .build();
    ContactId id = contacts.create(full);
    SignedInMember eve =
        narrowed(Role.MEMBER, without("contact", Map.of("custom", FieldRule.HIDDEN)));
    // the index is built anew where there is another field
    await()
        .atMost(Patience.LONG)
        .pollInSameThread()
        .until(() -> contacts.page(found(word), 0, 10).total() > 0);

    ContactData seen = as(eve, () -> contacts.find(id)).orElseThrow().data();
    assertThat(seen.custom().isEmpty()).isTrue();
    assertThat(as(eve, () -> contacts.page(found(word), 0, 10)).total()).isZero();
    assertThat(as(eve, () -> history.timeline(new RecordRef("contact", id.value()))))
        .allSatisfy(
            event ->
                assertThat(event.changes())
                    .extracting(FieldChange::column)
                    .noneMatch(column -> column.startsWith("custom")));
    assertThatThrownBy(() -> as(eve, () -> contacts.save(id, 1, seen, full)))
        .isInstanceOf(NotPermittedException.class);
    RecordRef ref = new RecordRef("contact", id.value());
    assertThatThrownBy(() -> as(eve, () -> history.putBack(ref, 1, "custom." + field, 1)))
        .isInstanceOf(IllegalArgumentException.class);
    as(eve, () -> contacts.save(id, 1, seen, seen.toBuilder().firstName("With").build()));
    assertThat(contacts.find(id).orElseThrow().data().custom()).isEqualTo(full.custom());
    fields.archive(field);
  }

  private UUID text(String label) {
    return fields.create(
        CustomKind.TEXT,
        new CustomFieldData(Labels.of(label), Set.of("contact"), Set.of(), false, List.of()));
  }

  @Test
  void oneHiddenCustomFieldIsHiddenAndItsValueOutlivesChangesOfTheOthers() {
    String word = "w" + UUID.randomUUID().toString().substring(0, 8);
    String other = "o" + UUID.randomUUID().toString().substring(0, 8);
    UUID secret = text("Secret one");
    UUID open = text("Open one");
    CustomValues both = CustomValues.NONE.with(secret, word).with(open, other);
    ContactData full = ContactData.builder().lastName("One hidden").custom(both).build();
    ContactId id = contacts.create(full);
    SignedInMember eve =
        narrowed(
            Role.MEMBER, without("contact", Map.of(CustomField.column(secret), FieldRule.HIDDEN)));
    await()
        .atMost(Patience.LONG)
        .pollInSameThread()
        .until(() -> contacts.page(found(word), 0, 10).total() > 0);

    assertThat(as(eve, () -> fields.of("contact")))
        .extracting(CustomField::id)
        .contains(open)
        .doesNotContain(secret);
    assertThat(as(eve, () -> fields.these("contact", List.of(secret, open))))
        .as("what may be taken out")
        .extracting(CustomField::id)
        .containsExactly(open);
    ContactData seen = as(eve, () -> contacts.find(id)).orElseThrow().data();
    assertThat(seen.custom()).isEqualTo(CustomValues.NONE.with(open, other));
    assertThat(as(eve, () -> contacts.page(found(word), 0, 10)).total()).isZero();
    assertThat(as(eve, () -> contacts.page(found(other), 0, 10)).total()).isEqualTo(1);

    CustomValues changed = CustomValues.NONE.with(open, "changed");
    as(eve, () -> contacts.save(id, 1, seen, seen.toBuilder().custom(changed).build()));
    assertThat(contacts.find(id).orElseThrow().data().custom())
        .isEqualTo(both.with(open, "changed"));
    Contact now = as(eve, () -> contacts.find(id)).orElseThrow();
    as(
        eve,
        () ->
            contacts.saveAll(
                Map.of(now, now.data().toBuilder().custom(CustomValues.NONE).build()),
                Reason.EDIT));
    assertThat(contacts.find(id).orElseThrow().data().custom())
        .isEqualTo(CustomValues.NONE.with(secret, word));

    RecordRef ref = new RecordRef("contact", id.value());
    assertThat(as(eve, () -> history.timeline(ref)))
        .isNotEmpty()
        .allSatisfy(
            event ->
                assertThat(event.changes())
                    .extracting(FieldChange::column)
                    .doesNotContain(CustomField.column(secret)));
    for (String column : List.of(CustomField.column(secret), "custom")) {
      assertThatThrownBy(() -> as(eve, () -> history.putBack(ref, 1, column, 3)))
          .as(column)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(as(eve, () -> history.putBack(ref, 1, CustomField.column(open), 3)))
        .isInstanceOf(PutBack.Done.class);
    assertThatThrownBy(
            () ->
                as(
                    eve,
                    () ->
                        contacts.create(
                            ContactData.builder()
                                .lastName("New")
                                .custom(CustomValues.NONE.with(secret, "guess"))
                                .build())))
        .isInstanceOf(NotPermittedException.class);
    List.of(secret, open).forEach(fields::archive);
  }

  @Test
  void oneCustomFieldThatIsReadOnlyIsShownAndNotChanged() {
    UUID fixed = text("Fixed one");
    UUID open = text("Free one");
    ContactId id =
        contacts.create(
            ContactData.builder()
                .lastName("One fixed")
                .custom(CustomValues.NONE.with(fixed, "stays"))
                .build());
    SignedInMember eve =
        narrowed(
            Role.MEMBER,
            without("contact", Map.of(CustomField.column(fixed), FieldRule.READ_ONLY)));
    ContactData before = as(eve, () -> contacts.find(id)).orElseThrow().data();
    assertThat(before.custom().of(fixed)).isEqualTo("stays");
    assertThat(as(eve, () -> fields.fixed("contact"))).containsExactly(fixed);
    assertThatThrownBy(
            () ->
                as(
                    eve,
                    () ->
                        contacts.save(
                            id, 1, before, before.toBuilder().custom(CustomValues.NONE).build())))
        .isInstanceOf(NotPermittedException.class);

    CustomValues more = before.custom().with(open, "new");
    as(eve, () -> contacts.save(id, 1, before, before.toBuilder().custom(more).build()));
    assertThat(contacts.find(id).orElseThrow().data().custom()).isEqualTo(more);
    List.of(fixed, open).forEach(fields::archive);
  }

  @Test
  void aFieldThatIsReadOnlyIsShownAndNotChanged() {
    ContactId id = person("Read only", admin().memberId());
    SignedInMember eve =
        narrowed(Role.MEMBER, without("contact", Map.of("language", FieldRule.READ_ONLY)));
    ContactData before = as(eve, () -> contacts.find(id)).orElseThrow().data();
    assertThatThrownBy(
            () ->
                as(
                    eve,
                    () -> contacts.save(id, 1, before, before.toBuilder().language("fr").build())))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(
            () ->
                as(
                    eve,
                    () ->
                        contacts.create(
                            ContactData.builder().lastName("New").language("fr").build())))
        .isInstanceOf(NotPermittedException.class);
  }

  private static ContactQuery found(String text) {
    return new ContactQuery(
        text, ContactFilter.NONE, ContactColumn.EMAIL, false, ContactColumn.DEFAULT);
  }
}

package eu.rempart.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Right;
import eu.rempart.account.Role;
import eu.rempart.account.Scope;
import eu.rempart.account.SignedInMember;
import eu.rempart.common.SaveResult;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactQuery;
import eu.rempart.deal.DealMove;
import eu.rempart.draft.DraftKey;
import eu.rempart.exchange.export.ExportWords;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What nobody may read they neither change nor give away. */
class HiddenRecordChangeTest extends WithHiddenRecords {

  @Test
  void draftsOfItOpenNoMore() {
    DraftKey key = new DraftKey("contact", person.value());
    ContactData typed = ContactData.builder().lastName("Person" + word).build();
    as(
        eve,
        () -> {
          drafts.keep(key, 1, typed, typed);
          return true;
        });
    assertThat(as(eve, () -> drafts.find(key, ContactData.class))).isEmpty();
  }

  @Test
  void nothingIsChangedThatIsHidden() {
    ContactData before = contacts.find(person).orElseThrow().data();
    ContactData after = before.toBuilder().lastName("Mine now").build();

    assertThat(as(eve, () -> contacts.save(person, 1, before, after)))
        .isInstanceOf(SaveResult.Gone.class);
    as(eve, () -> contacts.archive(List.of(person)));
    assertThat(as(eve, () -> boards.move(deal, 1, pipeline().stages().getFirst().kept(), null)))
        .isInstanceOf(DealMove.Gone.class);
    as(eve, () -> deals.archive(List.of(deal)));

    assertThat(contacts.find(person).orElseThrow().data()).isEqualTo(before);
    assertThat(deals.find(deal)).isPresent();
  }

  @Test
  void whatIsNewBelongsToWhoeverMayReadNothingElse() {
    ContactId mine =
        as(eve, () -> contacts.create(ContactData.builder().lastName("Nobody's").build()));

    assertThat(as(eve, () -> contacts.find(mine)).orElseThrow().data().ownerId())
        .isEqualTo(eve.memberId());
    ContactData theirs =
        ContactData.builder().lastName("Given away").ownerId(admin().memberId()).build();
    assertThatThrownBy(() -> as(eve, () -> contacts.create(theirs)))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void readingIsWiderThanWriting() {
    SignedInMember reader = narrowed(Role.MANAGER, readsAll());
    ContactData before = contacts.find(person).orElseThrow().data();
    ContactData after = before.toBuilder().lastName("Changed").build();

    assertThat(as(reader, () -> contacts.find(person))).isPresent();
    assertThatThrownBy(() -> as(reader, () -> contacts.save(person, 1, before, after)))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> as(reader, () -> contacts.archive(List.of(person))))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(
            () -> as(reader, () -> boards.move(deal, 1, pipeline().stages().get(0).kept(), null)))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> as(reader, () -> people.add(deal, person, null)))
        .isInstanceOf(NotPermittedException.class);
    ContactId mine =
        as(reader, () -> contacts.create(ContactData.builder().lastName("Mine").build()));
    ContactData kept = as(reader, () -> contacts.find(mine)).orElseThrow().data();
    UUID boss = admin().memberId();
    assertThatThrownBy(
            () ->
                as(
                    reader,
                    () -> contacts.save(mine, 1, kept, kept.toBuilder().ownerId(boss).build())))
        .isInstanceOf(NotPermittedException.class);
    assertThat(
            as(
                reader,
                () -> {
                  ByteArrayOutputStream out = new ByteArrayOutputStream();
                  export.contactsAsTable(
                      ContactQuery.ALL,
                      List.of(person, mine),
                      new ExportWords(Locale.ENGLISH, key -> key, Map.of(), Map.of()),
                      out);
                  return out.toString(StandardCharsets.UTF_8);
                }))
        .contains("Mine")
        .doesNotContain(word);
  }

  @Test
  void theRoleItselfIsAskedFirst() {
    SignedInMember reader = narrowed(Role.READER, only(Scope.ALL));
    assertThat(as(reader, () -> contacts.find(person))).isPresent();
    assertThatThrownBy(() -> as(reader, () -> contacts.archive(List.of(person))))
        .isInstanceOf(NotPermittedException.class);
    assertThat(reader.role().may(Right.WRITE_RECORDS)).isFalse();
  }
}

package eu.rempart.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rempart.Patience;
import eu.rempart.account.Role;
import eu.rempart.account.Scope;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.right.FieldRule;
import eu.rempart.bulk.BulkJob;
import eu.rempart.bulk.BulkOrder;
import eu.rempart.bulk.BulkService;
import eu.rempart.bulk.BulkState;
import eu.rempart.common.EmailAddress;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.EmailKind;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.LinkData;
import eu.rempart.deal.DealContact;
import eu.rempart.deal.DealContactService;
import eu.rempart.deal.DealId;
import eu.rempart.shell.merge.MergeRoom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Two become one as a whole, whatever whoever merges them may see or change besides. */
class NarrowedMergeTest extends WithNarrowedMembers {

  @Autowired private List<MergeRoom> rooms;
  @Autowired private BulkService bulk;
  @Autowired private DealContactService people;

  private BulkJob merge(SignedInMember member, String kind, UUID stays, UUID goes) {
    MergeRoom room =
        rooms.stream().filter(each -> each.kind().equals(kind)).findFirst().orElseThrow();
    BulkOrder order =
        new BulkOrder(
            kind,
            "merge",
            null,
            2,
            () -> Stream.of(List.of(stays, goes)),
            _ -> room.merge(stays, goes, Set.of()) ? 2 : 0,
            room::seen);
    return ended(as(member, () -> bulk.start(order)), BulkState.DONE);
  }

  private static BulkJob ended(BulkJob job, BulkState how) {
    await().atMost(Patience.LONG).until(() -> job.state() != BulkState.RUNNING);
    assertThat(job.state()).isEqualTo(how);
    return job;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatOthersHaveOfTheOneThatGoesIsTheOthersFromThenOn(boolean seen) {
    SignedInMember eve = narrowed(Role.MEMBER, seen ? readsAll() : only(Scope.OWN));
    UUID boss = admin().memberId();
    CompanyId mill = firm("Mill " + UUID.randomUUID(), eve.memberId());
    CompanyId mills = firm("Mills " + UUID.randomUUID(), eve.memberId());
    ContactId jon = person("Jon " + UUID.randomUUID(), eve.memberId());
    ContactId john = person("John " + UUID.randomUUID(), eve.memberId());
    DealId deal = deal("A colleague's deal", mills, boss);
    people.add(deal, john, null);

    merge(eve, "contact", jon.value(), john.value());
    BulkJob companies = merge(eve, "company", mill.value(), mills.value());
    assertThat(deals.find(deal).orElseThrow().data().companyId()).isEqualTo(mill);
    assertThat(people.of(deal)).extracting(DealContact::contactId).containsExactly(jon);
    assertThat(this.companies.find(mills)).isEmpty();

    ended(as(eve, () -> bulk.undo(companies.id(), () -> {})), BulkState.UNDONE);
    assertThat(this.companies.find(mills)).isPresent();
    assertThat(deals.find(deal).orElseThrow().data().companyId()).isEqualTo(mills);
  }

  @Test
  void whoAlsoWorksWhereOneDoesNotSeeStaysWhenACompanyGoes() {
    SignedInMember eve = narrowed(Role.MEMBER, only(Scope.OWN));
    CompanyId hers = firm("Hers " + UUID.randomUUID(), eve.memberId());
    CompanyId hidden = firm("Hidden " + UUID.randomUUID(), admin().memberId());
    ContactId both = person("Both " + UUID.randomUUID(), eve.memberId());
    ContactId alone = person("Alone " + UUID.randomUUID(), eve.memberId());
    links.link(both, hidden, new LinkData(null, null, true, true));
    links.link(both, hers, new LinkData(null, null, true, false));
    links.link(alone, hers, new LinkData(null, null, true, true));

    assertThat(as(eve, () -> companies.countDependents(List.of(hers)))).isEqualTo(1);
    as(eve, () -> companies.archiveWithDependents(List.of(hers)));
    assertThat(contacts.find(both)).isPresent();
    assertThat(contacts.find(alone)).isEmpty();
  }

  @Test
  void whatIsHiddenOfTheOneThatGoesIsNotLost() {
    SignedInMember blind =
        narrowed(
            Role.MEMBER,
            without(
                "contact", Map.of("emails", FieldRule.HIDDEN, "description", FieldRule.HIDDEN)));
    ContactId one = known("one@quince.example", null);
    ContactId other = known("two@quince.example", "Likes quinces");

    merge(blind, "contact", one.value(), other.value());
    ContactData whole = contacts.find(one).orElseThrow().data();
    assertThat(whole.emails())
        .extracting(each -> each.address().value())
        .containsExactly("one@quince.example", "two@quince.example");
    assertThat(whole.description()).isEqualTo("Likes quinces");
    assertThat(contacts.find(other)).isEmpty();
  }

  private ContactId known(String address, @org.jspecify.annotations.Nullable String description) {
    return contacts.create(
        ContactData.builder()
            .lastName("Quince")
            .description(description)
            .emails(List.of(EmailEntry.of(EmailAddress.of(address), EmailKind.WORK, true)))
            .build());
  }
}

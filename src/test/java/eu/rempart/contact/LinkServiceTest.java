package eu.rempart.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Rights;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.company.CompanyId;
import eu.rempart.customfield.TestCustomFields;
import eu.rempart.db.Actor;
import eu.rempart.db.Reason;
import eu.rempart.db.TestDatabase;
import eu.rempart.db.Writes;
import eu.rempart.db.generated.CompanyWriter;
import eu.rempart.db.sealed.TestSealing;
import eu.rempart.search.SearchIndex;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LinkServiceTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final LinkData CLERK = new LinkData("Clerk", null, true, false);

  private final CurrentMember current = new CurrentMember();
  private final TestSealing sealing = new TestSealing();
  private Writes writes;
  private LinkService links;
  private ContactService contacts;

  @BeforeEach
  void open() {
    var repository = new LinkRepository(database.app(), sealing);
    var index = new SearchIndex(List::of, Locale.FRENCH);
    var rights = new Rights(current);
    writes = database.writes(() -> current.find().map(m -> Actor.manual(m.memberId())));
    links = new LinkService(repository, index, writes, rights);
    contacts =
        new ContactService(
            new ContactRepository(database.app(), sealing, repository),
            index,
            writes,
            rights,
            TestCustomFields.checks(database));
  }

  private <T> T as(Role role, Callable<T> work) throws Exception {
    UUID member = database.member(role.name());
    return current.callAs(new SignedInMember(member, role, UUID.randomUUID(), null), work);
  }

  private ContactId person() throws Exception {
    return as(
        Role.MEMBER, () -> contacts.create(ContactData.builder().lastName("Le Goff").build()));
  }

  private CompanyId firm(String name) throws Exception {
    UUID id = UUID.randomUUID();
    return as(
        Role.MEMBER,
        () ->
            writes.inTransaction(
                Reason.EDIT,
                _ -> {
                  database
                      .app()
                      .executeInsert(new CompanyWriter(id, sealing).name(name).forInsert());
                  return new CompanyId(id);
                }));
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"MEMBER", "MANAGER", "ADMINISTRATOR"})
  void whoeverWritesLinksChangesAndUnlinks(Role role) throws Exception {
    ContactId contact = person();
    CompanyId company = firm("Acme");

    as(role, () -> links.link(contact, company, CLERK));
    Link made = as(Role.READER, () -> links.of(contact)).getFirst();
    assertThat(made.data().main()).as("the first link is the main one").isTrue();
    assertThat(made.companyName()).isEqualTo("Acme");
    assertThat(as(Role.READER, () -> links.of(company))).containsExactly(made);
    assertThat(as(Role.READER, () -> links.companiesOf(List.of(contact))))
        .isEqualTo(Map.of(contact, Set.of(company)));

    LinkData head = new LinkData("Head", ContactCompanyRole.DECISION_MAKER, true, true);
    assertThat(as(role, () -> links.save(made, head))).isTrue();
    assertThat(as(role, () -> links.save(made, CLERK))).as("stale").isFalse();
    Link changed = as(Role.READER, () -> links.of(contact)).getFirst();
    assertThat(changed.data()).isEqualTo(head);

    as(role, () -> links.unlink(changed));
    assertThat(as(Role.READER, () -> links.of(contact))).isEmpty();
    assertThat(as(Role.READER, () -> contacts.find(contact))).isPresent();
  }

  @Test
  void aContactHasOneMainCompany() throws Exception {
    ContactId contact = person();
    as(Role.MEMBER, () -> links.link(contact, firm("One"), CLERK));
    as(Role.MEMBER, () -> links.link(contact, firm("Two"), new LinkData(null, null, true, true)));

    assertThat(as(Role.MEMBER, () -> links.ofAll(List.of(contact))).get(contact))
        .extracting(Link::companyName, link -> link.data().main())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Two", true),
            org.assertj.core.groups.Tuple.tuple("One", false));
  }

  @Test
  void theSameTwoAreLinkedOnce() throws Exception {
    ContactId contact = person();
    CompanyId company = firm("Acme");
    as(Role.MEMBER, () -> links.link(contact, company, CLERK));

    assertThatThrownBy(() -> as(Role.MEMBER, () -> links.link(contact, company, CLERK)))
        .hasMessageContaining("contact_company_contact_id_company_id_key");
    assertThat(as(Role.READER, () -> links.of(contact))).hasSize(1);
  }

  @Test
  void readersAndEngineersAreRefused() throws Exception {
    ContactId contact = person();
    CompanyId company = firm("Acme");
    as(Role.MEMBER, () -> links.link(contact, company, CLERK));
    Link made = as(Role.MEMBER, () -> links.of(contact)).getFirst();

    List<Callable<?>> writing =
        List.of(
            () -> links.link(contact, company, CLERK),
            () -> links.save(made, CLERK),
            () -> links.unlink(made));
    List<Callable<?>> reading =
        List.of(
            () -> links.of(contact),
            () -> links.of(company),
            () -> links.ofAll(List.of(contact)),
            () -> links.companiesOf(List.of(contact)));
    for (Callable<?> door : writing) {
      refused(Role.READER, door);
      refused(Role.ENGINEER, door);
    }
    for (Callable<?> door : reading) {
      refused(Role.ENGINEER, door);
    }
    assertThat(as(Role.READER, () -> links.of(contact))).containsExactly(made);
  }

  private void refused(Role role, Callable<?> work) {
    assertThatThrownBy(() -> as(role, work)).isInstanceOf(NotPermittedException.class);
  }
}

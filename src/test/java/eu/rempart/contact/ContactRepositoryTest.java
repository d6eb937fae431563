package eu.rempart.contact;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.common.AddressKind;
import eu.rempart.common.Birthday;
import eu.rempart.common.CountryCode;
import eu.rempart.common.EmailAddress;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.EmailKind;
import eu.rempart.common.PhoneEntry;
import eu.rempart.common.PhoneKind;
import eu.rempart.common.PhoneNumber;
import eu.rempart.common.PostalAddress;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.LinkService.NewLink;
import eu.rempart.db.Reason;
import eu.rempart.db.TestDatabase;
import eu.rempart.db.Writes;
import eu.rempart.db.generated.CompanyWriter;
import eu.rempart.db.generated.Tables;
import eu.rempart.db.sealed.TestSealing;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ContactRepositoryTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  static final ContactData FULL =
      ContactData.builder()
          .ownerId(UUID.randomUUID())
          .salutation("Mme")
          .firstName("Camille")
          .lastName("Le Goff")
          .emails(
              List.of(
                  new EmailEntry(
                      EmailAddress.of("camille@ponant.example"), EmailKind.WORK, true, true, true)))
          .phones(
              List.of(
                  new PhoneEntry(
                      PhoneNumber.of("06 12 34 56 78", CountryCode.of("FR")),
                      PhoneKind.MOBILE,
                      true,
                      true,
                      true)))
          .addresses(
              List.of(
                  new PostalAddress(
                      AddressKind.HOME,
                      "3 rue de Siam",
                      "Brest",
                      "Bretagne",
                      "29200",
                      CountryCode.of("FR"))))
          .birthday(new Birthday(MonthDay.of(3, 7), null))
          .language("br")
          .doNotCall(true)
          .lawfulBasis(LawfulBasis.CONSENT)
          .basisSource("Fair in Lille")
          .basisDate(LocalDate.of(2026, 2, 28))
          .description("Sails on Sundays.")
          .externalId("p-1")
          .tags(Set.of(UUID.randomUUID()))
          .custom(CustomValues.NONE.with(UUID.randomUUID(), "blue"))
          .build();

  private ContactRepository contacts;
  private LinkRepository links;
  private Writes writes;

  @BeforeEach
  void open() {
    links = new LinkRepository(database.app(), new TestSealing());
    contacts = new ContactRepository(database.app(), new TestSealing(), links);
    writes = database.writes(database.member("MEMBER"));
  }

  private ContactId insert(ContactData data) {
    ContactId id = new ContactId(UUID.randomUUID());
    writes.run(Reason.EDIT, change -> contacts.insert(Map.of(id, data)));
    return id;
  }

  private CompanyId company(String name) {
    UUID id = UUID.randomUUID();
    writes.run(
        Reason.EDIT,
        change ->
            database
                .app()
                .insertInto(Tables.COMPANY)
                .set(new CompanyWriter(id, new TestSealing()).name(name).forInsert())
                .execute());
    return new CompanyId(id);
  }

  private NewLink link(ContactId contact, CompanyId company, LinkData data) {
    NewLink link = new NewLink(UUID.randomUUID(), contact, company, data);
    writes.run(Reason.EDIT, change -> links.insert(List.of(link)));
    return link;
  }

  @Test
  void keepsEveryFieldOfANewContact() {
    assertThat(EnumSet.allOf(ContactField.class))
        .as("the sample fills every field")
        .isEqualTo(ContactField.changed(ContactData.EMPTY, FULL));

    ContactId id = insert(FULL);

    assertThat(contacts.find(id).orElseThrow().data()).isEqualTo(FULL);
  }

  @Test
  void changesEveryFieldByItself() {
    ContactData before = ContactData.builder().lastName("Before").build();
    for (ContactField field : ContactField.values()) {
      ContactId id = insert(before);
      ContactData after = ContactField.copy(EnumSet.of(field), FULL, before);

      boolean saved =
          writes.inTransaction(
              Reason.EDIT, change -> contacts.update(id, 1, EnumSet.of(field), after));

      assertThat(saved).as("%s", field).isTrue();
      assertThat(contacts.find(id).orElseThrow().data()).as("%s", field).isEqualTo(after);
    }
  }

  @Test
  void refusesAVersionThatIsNotTheCurrentOne() {
    ContactId id = insert(FULL);
    EnumSet<ContactField> name = EnumSet.of(ContactField.LAST_NAME);
    ContactData first = FULL.toBuilder().lastName("Kept").build();
    writes.run(Reason.EDIT, change -> assertThat(contacts.update(id, 1, name, first)).isTrue());

    boolean saved =
        writes.inTransaction(
            Reason.EDIT,
            change -> contacts.update(id, 1, name, FULL.toBuilder().lastName("Lost").build()));

    assertThat(saved).isFalse();
    assertThat(contacts.find(id).orElseThrow().data().lastName()).isEqualTo("Kept");
  }

  @Test
  void keepsEveryFieldOfALink() {
    ContactId contact = insert(FULL);
    CompanyId company = company("Ponant");
    LinkData data = new LinkData("Skipper", ContactCompanyRole.EVALUATOR, false, true);

    NewLink made = link(contact, company, data);

    Link kept = links.find(made.id()).orElseThrow();
    assertThat(kept).isEqualTo(new Link(made.id(), 1, contact, company, "Ponant", data));
    LinkData other = new LinkData(null, null, true, false);
    writes.run(Reason.EDIT, change -> assertThat(links.update(made.id(), 1, other)).isTrue());
    assertThat(links.find(made.id()).orElseThrow().data()).isEqualTo(other);
    writes.run(Reason.EDIT, change -> assertThat(links.update(made.id(), 1, data)).isFalse());
  }

  @Test
  void tellsWhoWorksNowhereElse() {
    CompanyId here = company("Here");
    CompanyId there = company("There");
    ContactId onlyHere = insert(FULL);
    ContactId both = insert(FULL);
    link(onlyHere, here, LinkData.CURRENT);
    link(both, here, LinkData.CURRENT);
    link(both, there, LinkData.CURRENT);

    assertThat(links.contactsOnlyOf(Set.of(here.value()))).containsExactly(onlyHere.value());
    assertThat(links.contactsOnlyOf(Set.of(here.value(), there.value())))
        .containsExactlyInAnyOrder(onlyHere.value(), both.value());
  }

  @Test
  void aListShowsTheCompanyThatTheContactShowsFirst() {
    ContactId nowhere = insert(FULL);
    ContactId once = insert(FULL);
    link(once, company("Only"), new LinkData("Cook", null, false, false));
    ContactId often = insert(FULL);
    link(often, company("Former"), new LinkData("Mate", null, false, false));
    link(often, company("Main"), new LinkData("Skipper", null, false, true));
    link(often, company("Current"), LinkData.CURRENT);
    ContactId alike = insert(FULL);
    List.of("A", "B", "C", "D").forEach(name -> link(alike, company(name), LinkData.CURRENT));

    List<ContactRow> rows =
        contacts.rows(
            List.of(often.value(), nowhere.value(), UUID.randomUUID(), alike.value(), once.value()),
            Set.of(ContactColumn.NAME, ContactColumn.COMPANY));

    assertThat(rows).extracting(ContactRow::id).containsExactly(often, nowhere, alike, once);
    for (ContactRow row : rows) {
      assertThat(Optional.ofNullable(row.company()))
          .isEqualTo(
              links.of(row.id()).stream()
                  .findFirst()
                  .map(
                      first ->
                          new ContactRow.Employer(
                              first.companyId(), first.companyName(), first.data().jobTitle())));
    }
    assertThat(rows.getFirst().company()).extracting("name").isEqualTo("Main");
  }
}

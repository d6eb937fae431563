package eu.rempart.activity.ui.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.rempart.WithFirm;
import eu.rempart.common.EmailAddress;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.EmailKind;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.LinkData;
import eu.rempart.search.Indexes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody sees who chooses whom an activity is about. */
class LinkedRecordsTest extends WithFirm {

  @Autowired private LinkedRecords records;

  private ContactId namesake(String mail) {
    return contacts.create(
        ContactData.builder()
            .firstName("Twice")
            .lastName("Namesake")
            .emails(
                List.of(new EmailEntry(EmailAddress.of(mail), EmailKind.WORK, true, false, false)))
            .build());
  }

  @Test
  void peopleOfOneNameAreToldApartByWhereTheyWorkAndTheirAddress() {
    ContactId first = namesake("first@namesakes.example");
    ContactId second = namesake("second@namesakes.example");
    CompanyId firm = companies.create(CompanyData.builder().name("Namesake Works").build());
    links.link(second, firm, LinkData.CURRENT);
    Indexes.awaitReady(contacts::indexState);

    assertThat(records.findContacts("Namesake", 0, 10))
        .extracting(Linked::name, Linked::detail)
        .containsExactlyInAnyOrder(
            tuple("Twice Namesake", "first@namesakes.example"),
            tuple("Twice Namesake", "Namesake Works · second@namesakes.example"));
    assertThat(records.contacts(List.of(first)))
        .as("who is shown needs no more than the name")
        .extracting(Linked::detail)
        .containsExactly("");
  }
}

package eu.rempart.contact.employer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.WithFirm;
import eu.rempart.common.Ids;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.company.CompanyColumn;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactColumn;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.LinkData;
import eu.rempart.contact.employer.NewContactService.Employer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

class NewContactServiceTest extends WithFirm {

  private static final LinkData BUYER = new LinkData("Buyer", null, true, true);

  @Autowired private NewContactService created;

  private static ContactData named(String last) {
    return ContactData.builder().lastName(last).build();
  }

  @Test
  void contactIsLinkedWithANewCompany() {
    ContactId id =
        created.create(
            named("Bothmann"),
            new Employer.New(CompanyData.builder().name("Bothmann Bau").build()),
            BUYER);

    assertThat(links.of(id))
        .singleElement()
        .satisfies(
            link -> {
              assertThat(link.companyName()).isEqualTo("Bothmann Bau");
              assertThat(link.data()).isEqualTo(BUYER);
            });
  }

  @Test
  void contactIsNotKeptWithoutItsLink() {
    var gone = new Employer.Known(new CompanyId(Ids.next()));

    assertThatThrownBy(() -> created.create(named("Nirgends"), gone, BUYER))
        .isInstanceOf(DataIntegrityViolationException.class);

    assertThat(contacts.recentlyChanged(50, ContactColumn.DEFAULT))
        .extracting(row -> row.shown().lastName())
        .doesNotContain("Nirgends");
  }

  @Test
  void companyIsNotKeptWithoutItsContact() {
    var firm = new Employer.New(CompanyData.builder().name("Allein & Co").build());
    ContactData nameless = ContactData.EMPTY;

    assertThatThrownBy(() -> created.create(nameless, firm, BUYER))
        .isInstanceOf(InvalidFieldException.class);

    assertThat(companies.recentlyChanged(50, CompanyColumn.DEFAULT))
        .extracting(row -> row.shown().name())
        .doesNotContain("Allein & Co");
  }
}

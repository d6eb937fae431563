package eu.rempart.contact.employer;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyService;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactService;
import eu.rempart.contact.LinkData;
import eu.rempart.contact.LinkService;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import java.util.List;
import org.springframework.stereotype.Service;

/** Creates contacts together with their company. Every method needs a right, and throws without. */
@Service
public class NewContactService {

  /** The company that a new contact works for. */
  public sealed interface Employer {

    /** One that is there. */
    record Known(CompanyId id) implements Employer {}

    /** One that is created with the contact. */
    record New(CompanyData data) implements Employer {}
  }

  private final ContactService contacts;
  private final LinkService links;
  private final CompanyService companies;
  private final Writes writes;
  private final Rights rights;

  NewContactService(
      ContactService contacts,
      LinkService links,
      CompanyService companies,
      Writes writes,
      Rights rights) {
    this.contacts = contacts;
    this.links = links;
    this.companies = companies;
    this.writes = writes;
    this.rights = rights;
  }

  /**
   * Creates a contact and its link with a company, and the company where it is a new one, in one
   * transaction: all of them or none.
   *
   * @param place of the contact in the company
   * @throws eu.rempart.common.InvalidFieldException if a value can't be kept
   * @throws org.springframework.dao.DataIntegrityViolationException if the company is gone
   */
  public ContactId create(ContactData data, Employer employer, LinkData place) {
    rights.require(Right.WRITE_RECORDS);
    Linked made =
        writes.inTransaction(
            Reason.EDIT,
            _ -> {
              ContactId contact = contacts.create(data);
              CompanyId company = company(employer);
              links.link(contact, company, place);
              return new Linked(contact, company);
            });
    contacts.cameBack(List.of(made.contact()));
    companies.cameBack(List.of(made.company()));
    return made.contact();
  }

  /**
   * Links a contact with a company, which is created where it is a new one: both or neither.
   *
   * @throws org.springframework.dao.DuplicateKeyException if they are linked already
   */
  public void link(ContactId contact, Employer employer, LinkData place) {
    rights.require(Right.WRITE_RECORDS);
    CompanyId company =
        writes.inTransaction(
            Reason.EDIT,
            _ -> {
              CompanyId linked = company(employer);
              links.link(contact, linked, place);
              return linked;
            });
    contacts.cameBack(List.of(contact));
    companies.cameBack(List.of(company));
  }

  private CompanyId company(Employer employer) {
    return switch (employer) {
      case Employer.Known(CompanyId id) -> id;
      case Employer.New(CompanyData data) -> companies.create(data);
    };
  }

  private record Linked(ContactId contact, CompanyId company) {}
}

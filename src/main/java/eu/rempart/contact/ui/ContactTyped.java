package eu.rempart.contact.ui;

import eu.rempart.contact.ContactData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a contact holds.
 *
 * @param company where a new contact works: one that is there or a new name; null for none
 * @param jobTitle of a new contact at the company; empty for none
 * @param wrongEmails typed as e-mail addresses, and none
 */
record ContactTyped(
    ContactData data, @Nullable CompanyChoice company, String jobTitle, List<String> wrongEmails) {

  static final ContactTyped EMPTY = of(ContactData.EMPTY);

  ContactTyped(
      ContactData data,
      @Nullable CompanyChoice company,
      @Nullable String jobTitle,
      @Nullable List<String> wrongEmails) {
    this.data = data;
    this.company = company;
    this.jobTitle = jobTitle == null ? "" : jobTitle;
    this.wrongEmails = wrongEmails == null ? List.of() : List.copyOf(wrongEmails);
  }

  /** A contact as it is kept, with nothing typed beside it. */
  static ContactTyped of(ContactData data) {
    return new ContactTyped(data, null, "", List.of());
  }

  /** The same, with this in place of what the contact itself says. */
  ContactTyped with(ContactData other) {
    return new ContactTyped(other, company, jobTitle, wrongEmails);
  }

  /** Says nothing: this is customer data. */
  @Override
  public String toString() {
    return "ContactTyped[hidden]";
  }
}

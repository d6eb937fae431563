package eu.rempart.contact.ui;

import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.employer.NewContactService.Employer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A company that is there, or one to be created by its name.
 *
 * @param id null for one to be created
 */
record CompanyChoice(@Nullable CompanyId id, String label) {

  /**
   * The company that a contact is linked with.
   *
   * @param maker owns it, if it is a new one; null for nobody
   */
  Employer employer(@Nullable UUID maker) {
    return id == null
        ? new Employer.New(CompanyData.builder().name(label).ownerId(maker).build())
        : new Employer.Known(id);
  }

  /** Says nothing: this is customer data. */
  @Override
  public String toString() {
    return "CompanyChoice[hidden]";
  }
}

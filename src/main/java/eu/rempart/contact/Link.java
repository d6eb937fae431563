package eu.rempart.contact;

import eu.rempart.company.CompanyId;
import java.util.UUID;

/**
 * A contact's place in a company.
 *
 * @param id of the link itself
 * @param version the optimistic lock number
 * @param companyName as it opens; its short code where it doesn't
 */
public record Link(
    UUID id,
    int version,
    ContactId contactId,
    CompanyId companyId,
    String companyName,
    LinkData data) {

  @Override
  public String toString() {
    return "Link[" + id + "]";
  }
}

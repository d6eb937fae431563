package eu.rempart.exchange.format;

/**
 * A company of a row, and what the row's person does there.
 *
 * @param jobTitle empty when unknown, or when the row has no person
 * @param role part in decisions; empty when unknown
 */
public record ImportedLink(ImportedCompany company, String jobTitle, String role) {

  @Override
  public String toString() {
    return "ImportedLink[hidden]";
  }
}

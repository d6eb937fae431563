package eu.rempart.company;

/**
 * A company that another record names.
 *
 * @param name as it opens; its short code where it doesn't
 * @param archived whether it lies in the bin
 */
public record CompanyReference(CompanyId id, String name, boolean archived) {

  @Override
  public String toString() {
    return "CompanyReference[" + id + "]";
  }
}

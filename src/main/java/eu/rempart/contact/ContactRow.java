package eu.rempart.contact;

import eu.rempart.company.CompanyId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A contact in a list.
 *
 * @param shown only the fields that were asked for
 * @param company the main company, where it was asked for and there is one
 */
public record ContactRow(
    ContactId id,
    ContactData shown,
    Map<ContactField, String> unopenable,
    @Nullable Employer company,
    Instant createdAt,
    Instant changedAt) {

  public ContactRow {
    unopenable = Map.copyOf(unopenable);
  }

  /** Where somebody works, and as what. */
  public record Employer(CompanyId id, String name, @Nullable String jobTitle) {

    @Override
    public String toString() {
      return "Employer[" + id + "]";
    }
  }
}

package eu.rempart.exchange.run.match;

import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.exchange.format.ImportedRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row as records, with the ids of those that it may speak of.
 *
 * @param person null when the row is only about a company, or is left out
 * @param people those that have a key, an e-mail or a phone of the person
 * @param companies those of the row, in its order
 * @param firms for each company, those that have its key or name
 * @param parents those of the name of the company that the row's company belongs to
 */
public record Sought(
    ImportedRow row,
    @Nullable ContactData person,
    List<ContactId> people,
    List<CompanyData> companies,
    List<List<CompanyId>> firms,
    List<CompanyId> parents) {

  @Override
  public String toString() {
    return "Sought[" + row.number() + ", hidden]";
  }
}

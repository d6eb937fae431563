package eu.rempart.contact;

import eu.rempart.company.CompanyId;
import eu.rempart.search.rule.Rule;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which contacts a list shows; an empty set or null asks for nothing.
 *
 * @param companies that they work for, or did
 * @param countries ISO 3166-1 alpha-2
 * @param languages BCP 47
 * @param owners members who look after them
 * @param tags one of which they have
 * @param rule further conditions
 */
public record ContactFilter(
    Set<CompanyId> companies,
    Set<String> countries,
    Set<String> languages,
    Set<UUID> owners,
    Set<LawfulBasis> lawfulBases,
    @Nullable Boolean withEmail,
    @Nullable Boolean doNotCall,
    Set<UUID> tags,
    Rule rule) {

  public static final ContactFilter NONE =
      new ContactFilter(
          Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null, null, Set.of(), Rule.EVERYTHING);

  public ContactFilter {
    companies = Set.copyOf(companies);
    countries = Set.copyOf(countries);
    languages = Set.copyOf(languages);
    owners = Set.copyOf(owners);
    lawfulBases = Set.copyOf(lawfulBases);
    tags = Set.copyOf(tags);
  }

  /** The same with other further conditions. */
  public ContactFilter with(Rule further) {
    return new ContactFilter(
        companies, countries, languages, owners, lawfulBases, withEmail, doNotCall, tags, further);
  }
}

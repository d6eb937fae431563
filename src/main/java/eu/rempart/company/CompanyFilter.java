package eu.rempart.company;

import eu.rempart.search.rule.Rule;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which companies a list shows; an empty set or null asks for nothing.
 *
 * @param countries ISO 3166-1 alpha-2
 * @param owners members who look after them
 * @param tags one of which they have
 * @param rule further conditions
 */
public record CompanyFilter(
    Set<CompanyType> types,
    Set<CompanySize> sizes,
    Set<String> countries,
    Set<UUID> owners,
    @Nullable Boolean withEmail,
    Set<UUID> tags,
    Rule rule) {

  public static final CompanyFilter NONE =
      new CompanyFilter(Set.of(), Set.of(), Set.of(), Set.of(), null, Set.of(), Rule.EVERYTHING);

  public CompanyFilter {
    types = Set.copyOf(types);
    sizes = Set.copyOf(sizes);
    countries = Set.copyOf(countries);
    owners = Set.copyOf(owners);
    tags = Set.copyOf(tags);
  }

  /** The same with other further conditions. */
  public CompanyFilter with(Rule further) {
    return new CompanyFilter(types, sizes, countries, owners, withEmail, tags, further);
  }
}

package eu.rempart.company;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which companies a list shows; an empty set or null asks for nothing.
 *
 * @param countries ISO 3166-1 alpha-2
 * @param owners members who look after them
 */
public record CompanyFilter(
    Set<CompanyType> types,
    Set<CompanySize> sizes,
    Set<String> countries,
    Set<UUID> owners,
    @Nullable Boolean withEmail) {

  public static final CompanyFilter NONE =
      new CompanyFilter(Set.of(), Set.of(), Set.of(), Set.of(), null);

  public CompanyFilter {
    types = Set.copyOf(types);
    sizes = Set.copyOf(sizes);
    countries = Set.copyOf(countries);
    owners = Set.copyOf(owners);
  }
}

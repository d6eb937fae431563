package eu.rempart.company;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.ExactName;
import eu.rempart.search.KindSearch;
import eu.rempart.search.SearchIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.springframework.stereotype.Service;

/** Finds companies by what they are called, many at once: for files that name them. */
@Service
public class NamedCompanies {

  private static final int BATCH = 1_000;

  private final CompanyService companies;
  private final KindSearch index;
  private final Rights rights;

  NamedCompanies(CompanyService companies, SearchIndex index, Rights rights) {
    this.companies = companies;
    this.index = new KindSearch(index, CompanySearch.KIND);
    this.rights = rights;
  }

  /**
   * Those that are called exactly so, whatever the case; as {@link CompanyService#matching} finds
   * them, one after the other: where very many are, no more than 500 of each name.
   *
   * @return by {@link ExactName}; without names that no company has
   * @throws eu.rempart.search.SearchNotReadyException while the index is being built
   */
  public Map<String, List<CompanyId>> of(Collection<String> names) {
    rights.require(Right.READ_RECORDS);
    Set<String> exact = names.stream().map(CompanySearch::exact).collect(Collectors.toSet());
    Map<String, List<CompanyId>> byName = new HashMap<>();
    if (exact.isEmpty()) {
      return byName;
    }
    index.matchingEach(CompanySearch.EXACT_NAME, exact, CompanyService.MOST).stream()
        .map(CompanyId::new)
        .gather(Gatherers.windowFixed(BATCH))
        .flatMap(ids -> companies.rows(ids, Set.of(CompanyColumn.NAME)).stream())
        .forEach(row -> add(row, byName));
    return byName;
  }

  private static void add(CompanyRow row, Map<String, List<CompanyId>> byName) {
    String name = row.shown().name();
    if (name != null) {
      byName.computeIfAbsent(CompanySearch.exact(name), _ -> new ArrayList<>(1)).add(row.id());
    }
  }
}

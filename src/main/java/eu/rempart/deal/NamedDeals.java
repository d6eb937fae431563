package eu.rempart.deal;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.ExactName;
import eu.rempart.company.CompanyId;
import eu.rempart.search.KindSearch;
import eu.rempart.search.SearchIndex;
import eu.rempart.search.question.Filter;
import eu.rempart.search.question.SearchQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Finds deals by name or by the keys of other programs, many at once: for files. */
@Service
public class NamedDeals {

  /** What is one of so many that have a key is not found by the key alone. */
  public static final int MOST = 50;

  private static final int BATCH = 1_000;

  private final DealService deals;
  private final KindSearch index;
  private final Rights rights;

  NamedDeals(DealService deals, SearchIndex index, Rights rights) {
    this.deals = deals;
    this.index = new KindSearch(index, DealSearch.KIND);
    this.rights = rights;
  }

  /**
   * Those that are called exactly so, whatever the case.
   *
   * @return by {@link ExactName}; without names that no deal has
   * @throws eu.rempart.search.SearchNotReadyException while the index is being built
   */
  public Map<String, List<DealId>> of(Collection<String> names) {
    return named(names, Filter.everything());
  }

  /**
   * The same, of those with one of these companies or with none: firms call half of their deals
   * alike. To whom the companies of deals are hidden all of them are the same.
   */
  public Map<String, List<DealId>> of(Collection<String> names, Collection<CompanyId> companies) {
    return named(
        names,
        rights.hidden(DealSearch.KIND).contains(DealField.COMPANY.column())
            ? Filter.everything()
            : Filter.or(
                Filter.in(DealSearch.COMPANY_ID, companies.stream().map(CompanyId::value).toList()),
                Filter.not(Filter.present(DealSearch.COMPANY_ID))));
  }

  private Map<String, List<DealId>> named(Collection<String> names, Filter among) {
    rights.require(Right.READ_RECORDS);
    Set<String> exact = names.stream().map(ExactName::of).collect(Collectors.toSet());
    Map<String, List<DealId>> byName = new HashMap<>();
    if (exact.isEmpty()) {
      return byName;
    }
    index
        .ids(
            SearchQuery.all(DealSearch.KIND)
                .filter(Filter.and(Filter.in(DealSearch.EXACT_NAME, exact), among)),
            BATCH)
        .map(ids -> ids.stream().map(DealId::new).toList())
        .flatMap(ids -> deals.rows(ids, Set.of(DealColumn.NAME)).stream())
        .forEach(
            row -> {
              String name = row.shown().name();
              if (name != null) {
                byName.computeIfAbsent(ExactName.of(name), _ -> new ArrayList<>()).add(row.id());
              }
            });
    return byName;
  }

  /**
   * Those that other programs know by one of these keys; where very many share one, no more than
   * {@value #MOST} of each.
   */
  public List<DealId> matching(Collection<String> keys) {
    rights.require(Right.READ_RECORDS);
    return index.matchingEach(DealSearch.EXTERNAL_ID, keys, MOST).stream()
        .map(DealId::new)
        .toList();
  }
}

package eu.rempart.company;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.search.KindSearch;
import eu.rempart.search.SearchIndex;
import eu.rempart.search.question.Filter;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;

/** Whose e-mail addresses these are, among companies: for mails that file themselves. */
@Service
public class CompanyAddresses {

  private final KindSearch index;
  private final Rights rights;

  CompanyAddresses(SearchIndex index, Rights rights) {
    this.index = new KindSearch(index, CompanySearch.KIND);
    this.rights = rights;
  }

  /**
   * The ids of companies with one of these addresses, as they are normalised; at most 1,000.
   *
   * @throws eu.rempart.search.SearchNotReadyException while the index is being built
   */
  public List<CompanyId> find(Collection<String> emails) {
    rights.require(Right.READ_RECORDS);
    return emails.isEmpty()
        ? List.of()
        : index.matching(Filter.in(CompanySearch.EMAIL, emails)).stream()
            .map(CompanyId::new)
            .toList();
  }
}

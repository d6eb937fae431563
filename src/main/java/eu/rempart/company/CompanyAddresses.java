package eu.rempart.company;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.search.KindSearch;
import eu.rempart.search.SearchIndex;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;

/** Whose e-mail addresses these are, among companies: for mails that file themselves. */
@Service
public class CompanyAddresses {

  private static final int MOST = 100;

  private final KindSearch index;
  private final Rights rights;

  CompanyAddresses(SearchIndex index, Rights rights) {
    this.index = new KindSearch(index, CompanySearch.KIND);
    this.rights = rights;
  }

  /**
   * The ids of companies with one of these addresses, as they are normalised; where very many share
   * them, no more than 100 of each.
   *
   * @throws eu.rempart.search.SearchNotReadyException while the index is being built
   */
  public List<CompanyId> find(Collection<String> emails) {
    rights.require(Right.READ_RECORDS);
    return index.matchingEach(CompanySearch.EMAIL, emails, MOST).stream()
        .map(CompanyId::new)
        .toList();
  }
}

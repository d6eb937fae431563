package eu.rempart.contact;

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

/** Finds contacts by what they are called, many at once: for files that name them. */
@Service
public class NamedContacts {

  /** Who is one of so many of a name is not found by the name alone. */
  public static final int MOST = 50;

  private static final int BATCH = 1_000;

  private final ContactService contacts;
  private final KindSearch index;
  private final Rights rights;

  NamedContacts(ContactService contacts, SearchIndex index, Rights rights) {
    this.contacts = contacts;
    this.index = new KindSearch(index, ContactSearch.KIND);
    this.rights = rights;
  }

  /**
   * Those who are called exactly so, accents and all, whatever the case: where very many are, no
   * more than {@value #MOST} of each name.
   *
   * @return by {@link ExactName}; without names that nobody has
   * @throws eu.rempart.search.SearchNotReadyException while the index is being built
   */
  public Map<String, List<ContactId>> of(Collection<String> names) {
    rights.require(Right.READ_RECORDS);
    Set<String> exact = names.stream().map(ExactName::of).collect(Collectors.toSet());
    if (exact.isEmpty()) {
      return Map.of();
    }
    Map<String, List<ContactId>> byName = new HashMap<>();
    index.matchingEach(ContactSearch.EXACT_NAME, exact, MOST).stream()
        .map(ContactId::new)
        .gather(Gatherers.windowFixed(BATCH))
        .flatMap(ids -> contacts.rows(ids, Set.of(ContactColumn.NAME)).stream())
        .forEach(
            row ->
                byName
                    .computeIfAbsent(
                        ExactName.of(row.shown().name().full()), _ -> new ArrayList<>())
                    .add(row.id()));
    return byName;
  }
}

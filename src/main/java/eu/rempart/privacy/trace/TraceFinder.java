package eu.rempart.privacy.trace;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.SignedInMember;
import eu.rempart.history.RecordKinds;
import eu.rempart.history.RecordRef;
import eu.rempart.search.SearchIndex;
import eu.rempart.vault.VaultService;
import eu.rempart.vault.handle.VaultLease;
import eu.rempart.vault.handle.VaultScope;
import eu.rempart.vault.lock.VaultLockedException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks for a person in the records of others: with the index in all live texts, and by opening
 * every version of what is linked with the person or with a company or a deal of theirs. Beside
 * whoever asked, a few records at a time: there may be many.
 */
@Component
public class TraceFinder {

  private static final Logger log = LoggerFactory.getLogger(TraceFinder.class);

  /** Records that are opened together, each with all of its versions. */
  private static final int AT_ONCE = 20;

  /** Records of a kind that the index names for one text at first, and at most. */
  private static final int FROM_INDEX = 10_000;

  private static final int MOST_FROM_INDEX = 10_000_000;

  private static final List<String> INDEXED =
      List.of(
          "company",
          "contact",
          "deal",
          "activity",
          "note",
          "document",
          "email",
          "quote",
          "product");

  private final TraceQueries queries;
  private final TraceReader reader;
  private final RecordKinds kinds;
  private final SearchIndex index;
  private final CurrentMember current;
  private final VaultService vault;
  private final Map<UUID, TraceSearch> running = new ConcurrentHashMap<>();

  TraceFinder(
      TraceQueries queries,
      TraceReader reader,
      RecordKinds kinds,
      SearchIndex index,
      CurrentMember current,
      VaultService vault) {
    this.queries = queries;
    this.reader = reader;
    this.kinds = kinds;
    this.index = index;
    this.current = current;
    this.vault = vault;
  }

  /**
   * Begins to look, for whoever is signed in here, with a key of its own. Each member has one
   * search at a time: another one that still runs stops.
   */
  public TraceSearch start(UUID person) {
    SignedInMember member = current.get();
    if (member.vault() == null) {
      throw new VaultLockedException();
    }
    VaultLease lease = vault.lease(member.vault());
    TraceSearch search = new TraceSearch();
    TraceSearch former = running.put(member.memberId(), search);
    if (former != null) {
      former.cancel();
    }
    Thread.ofPlatform()
        .name("traces")
        .start(
            () -> {
              try (lease) {
                current.runAs(
                    member, () -> VaultScope.run(lease.handle(), () -> attempt(person, search)));
              } finally {
                running.remove(member.memberId(), search);
              }
            });
    return search;
  }

  /** What is linked with a person, but not theirs alone: ids by kind. */
  public Map<String, Set<UUID>> tied(UUID person) {
    return Reach.tied(queries, person);
  }

  private void attempt(UUID person, TraceSearch search) {
    boolean brokeOff = true;
    try {
      run(person, search);
      brokeOff = false;
    } catch (RuntimeException | Error e) {
      log.error("A search for what else there is of a person broke off", e);
    } finally {
      search.end(brokeOff);
    }
  }

  private void run(UUID person, TraceSearch search) {
    PersonNames names = reader.names(person);
    Reach reach = Reach.of(queries, person);
    Set<RecordRef> indexed = indexed(names, person, search);
    indexed.forEach(
        each ->
            reach
                .records()
                .computeIfAbsent(each.kind(), _ -> new LinkedHashSet<>())
                .add(each.id()));
    search.counted(reach.size());
    TraceReader.Asked asked = new TraceReader.Asked(person, names, reach, indexed);
    reach
        .records()
        .forEach(
            (kind, ids) -> {
              List<UUID> all = new ArrayList<>(ids);
              for (int from = 0; from < all.size() && !search.isCancelled(); from += AT_ONCE) {
                List<UUID> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
                search.looked(some.size(), reader.traces(kind, some, asked));
              }
            });
  }

  private Set<RecordRef> indexed(PersonNames names, UUID person, TraceSearch search) {
    if (!INDEXED.stream().allMatch(kind -> index.state(kind).ready())) {
      search.withoutIndex();
    }
    Set<RecordRef> found = new HashSet<>();
    for (String text : names.asked()) {
      everywhere(text, search)
          .forEach((kind, ids) -> ids.forEach(id -> found.add(new RecordRef(kind, id))));
    }
    found.removeIf(each -> each.id().equals(person) || kinds.find(each.kind()).isEmpty());
    return found;
  }

  /** Asks for more as long as there may be more: what is left out here is left over for good. */
  private Map<String, List<UUID>> everywhere(String text, TraceSearch search) {
    int limit = FROM_INDEX;
    Map<String, List<UUID>> found = index.everywhere(text, limit);
    while (isFull(found, limit) && limit < MOST_FROM_INDEX) {
      limit *= 10;
      found = index.everywhere(text, limit);
    }
    if (isFull(found, limit)) {
      search.withoutIndex();
    }
    return found;
  }

  private static boolean isFull(Map<String, List<UUID>> found, int limit) {
    return found.values().stream().anyMatch(ids -> ids.size() >= limit);
  }
}

package eu.rempart.duplicate;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.account.SignedInMember;
import eu.rempart.db.Writes;
import eu.rempart.search.question.Duplicate;
import eu.rempart.vault.VaultService;
import eu.rempart.vault.handle.VaultLease;
import eu.rempart.vault.handle.VaultScope;
import eu.rempart.vault.lock.VaultLockedException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * Looks through all records of a kind for those that are there twice: for each the index names the
 * few that may be the same, so that a scan takes as long as there are records, not as there are
 * pairs of them. One scan of a kind at a time.
 */
@Service
public class DuplicateService {

  private static final Logger log = LoggerFactory.getLogger(DuplicateService.class);

  private final PairRepository repository;
  private final ObjectProvider<DuplicateSource> sources;
  private final Writes writes;
  private final Rights rights;
  private final CurrentMember current;
  private final VaultService vault;
  private final Map<String, Scan> running = new ConcurrentHashMap<>();

  DuplicateService(
      PairRepository repository,
      ObjectProvider<DuplicateSource> sources,
      Writes writes,
      Rights rights,
      CurrentMember current,
      VaultService vault) {
    this.repository = repository;
    this.sources = sources;
    this.writes = writes;
    this.rights = rights;
    this.current = current;
    this.vault = vault;
  }

  /** Begins to look through the records of a kind, or answers the scan that does so already. */
  public Scan scan(String kind) {
    rights.require(Right.WRITE_RECORDS, kind);
    DuplicateSource source = source(kind);
    Scan fresh = new Scan(source.estimate());
    Scan known = running.putIfAbsent(kind, fresh);
    if (known != null) {
      return known;
    }
    try {
      start(source, fresh);
    } catch (RuntimeException e) {
      running.remove(kind);
      throw e;
    }
    return fresh;
  }

  /** The scan of a kind that is under way. */
  public Optional<Scan> running(String kind) {
    rights.require(Right.READ_RECORDS);
    return Optional.ofNullable(running.get(kind));
  }

  private DuplicateSource source(String kind) {
    return sources
        .orderedStream()
        .filter(each -> each.kind().equals(kind))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nobody looks for twice the same " + kind));
  }

  private void start(DuplicateSource source, Scan scan) {
    SignedInMember member = current.get();
    if (member.vault() == null) {
      throw new VaultLockedException();
    }
    VaultLease lease = vault.lease(member.vault());
    Thread.ofPlatform()
        .name("duplicates")
        .start(
            () -> {
              try (lease) {
                current.runAs(
                    member, () -> VaultScope.run(lease.handle(), () -> attempt(source, scan)));
              }
            });
  }

  private void attempt(DuplicateSource source, Scan scan) {
    boolean brokeOff = true;
    try {
      run(source, scan);
      brokeOff = false;
    } catch (RuntimeException | Error e) {
      log.error("A scan for duplicates broke off", e);
    } finally {
      running.remove(source.kind());
      scan.end(brokeOff);
    }
  }

  private void run(DuplicateSource source, Scan scan) {
    Instant begun = Instant.now();
    boolean narrowed = current.rights().areNarrowed();
    try (Stream<List<UUID>> batches = source.ids()) {
      for (Iterator<List<UUID>> each = batches.iterator(); each.hasNext(); ) {
        if (scan.isCancelled()) {
          return;
        }
        List<UUID> batch = each.next();
        List<Pair> pairs = pairs(source, batch);
        if (!pairs.isEmpty()) {
          repository.found(pairs, Instant.now(), !narrowed);
        }
        scan.progressed(batch.size(), pairs.size());
      }
    }
    if (!narrowed) { // others' records were not looked at
      repository.forgetBefore(source.kind(), begun);
    }
  }

  /** Each pair once, although both of its records may be in the batch. */
  private static List<Pair> pairs(DuplicateSource source, List<UUID> batch) {
    Map<List<UUID>, Pair> pairs = new HashMap<>();
    source
        .likely(batch)
        .forEach(
            (id, others) -> {
              for (Duplicate other : others) {
                if (!other.id().equals(id)) {
                  Pair pair = Pair.of(source.kind(), id, other.id(), other.reasons());
                  pairs.put(List.of(pair.first(), pair.second()), pair);
                }
              }
            });
    return List.copyOf(pairs.values());
  }

  /**
   * Pairs that nobody decided on, those with the most reasons first; by no reason that follows from
   * what whoever acts on this thread is not shown.
   *
   * @param limit most of them
   */
  public List<Pair> open(String kind, int limit) {
    rights.require(Right.READ_RECORDS);
    Set<Duplicate.Reason> told = EnumSet.allOf(Duplicate.Reason.class);
    told.removeAll(source(kind).untold());
    return repository.open(kind, told, limit);
  }

  /** Remembers that these are two records of two things. */
  public void part(Pair pair) {
    rights.require(Right.WRITE_RECORDS, pair.kind());
    repository.part(pair, current.id());
  }

  /** Takes that back. */
  public void join(Pair pair) {
    rights.require(Right.WRITE_RECORDS, pair.kind());
    repository.join(pair);
  }

  /**
   * Lets everything that points at one record point at another of the same kind, be it shown to
   * whoever merges the two or not; and what they are not shown of the one is the other's from then
   * on. To be called within the transaction that merges them.
   */
  public void pointElsewhere(String kind, UUID from, UUID to) {
    rights.require(Right.WRITE_RECORDS, kind, List.of(from, to));
    if (!writes.isRunning()) {
      throw new IllegalStateException("a merge is one transaction, and none is running");
    }
    source(kind).inherit(to, from);
    repository.pointElsewhere(kind, from, to);
  }
}

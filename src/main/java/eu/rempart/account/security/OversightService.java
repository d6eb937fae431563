package eu.rempart.account.security;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.account.security.AgedKeys.AgedKey;
import eu.rempart.account.session.AllSessions;
import eu.rempart.vault.VaultService;
import eu.rempart.vault.answer.VaultFacts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What administrators and engineers watch: what happened, who can open the data, and what of them
 * lies in clear. Of members it gives ids; names are sealed, and engineers open none. Every method
 * needs {@link Right#SEE_OPERATIONS}.
 */
@Service
@Transactional(readOnly = true)
public class OversightService {

  /** Most events that are shown at once; a narrower question finds the others. */
  public static final int SHOWN = 200;

  /** Longer ago than this events are added up by the hour. */
  private static final Duration ONE_BY_ONE = Duration.ofHours(1);

  private final OversightQueries queries;
  private final SecurityQueries events;
  private final VaultService vault;
  private final AllSessions sessions;
  private final ObjectProvider<AgedKeys> programs;
  private final Rights rights;
  private final InstantSource clock;

  @Autowired
  OversightService(
      OversightQueries queries,
      SecurityQueries events,
      VaultService vault,
      AllSessions sessions,
      ObjectProvider<AgedKeys> programs,
      Rights rights) {
    this.queries = queries;
    this.events = events;
    this.vault = vault;
    this.sessions = sessions;
    this.programs = programs;
    this.rights = rights;
    this.clock = InstantSource.system();
  }

  /** Events that a filter lets through, the newest first, at most {@value #SHOWN}. */
  public List<SecurityNote> events(EventFilter filter) {
    rights.require(Right.SEE_OPERATIONS);
    return events.latest(filter, SHOWN);
  }

  /** How many of each kind came within a while, whole hours of it where it is more than one. */
  public List<EventCount> counts(Duration back) {
    rights.require(Right.SEE_OPERATIONS);
    Instant since = clock.instant().minus(back);
    return back.compareTo(ONE_BY_ONE) <= 0 ? queries.counts(since) : queries.countsByHours(since);
  }

  /** Who can open the data now. */
  public KeyHolders holders() {
    rights.require(Right.SEE_OPERATIONS);
    VaultFacts facts = vault.facts();
    Set<UUID> engineers = queries.engineers();
    return new KeyHolders(
        facts.holders(),
        facts.openInvitations(),
        facts.jobs(),
        facts.unlocked(),
        sessions.all().stream()
            .filter(session -> !engineers.contains(session.memberId()))
            .toList());
  }

  /** How old the organisation's key and the recovery kit are; empty before the set-up. */
  public Optional<VaultKeys> vaultKeys() {
    rights.require(Right.SEE_OPERATIONS);
    return queries.vaultKeys();
  }

  /** Keys of programs that this installation lets in, room by room. */
  public List<AgedKey> keysOfPrograms() {
    rights.require(Right.SEE_OPERATIONS);
    return programs.orderedStream().flatMap(room -> room.open().stream()).toList();
  }

  /** What a dump of the database reveals, table by table. */
  public List<TableContents> dump() {
    rights.require(Right.SEE_OPERATIONS);
    return queries.tables();
  }
}

package eu.rempart.watch.probe;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import eu.rempart.db.ledger.LedgerQueries;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.place.Place;
import eu.rempart.watch.place.Places;
import eu.rempart.watch.wire.AdmissionCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Agents, for those who look after the installation. With {@link Right#SEE_OPERATIONS} one sees
 * them; who is admitted and who is not, is said with {@link Right#MANAGE_SECURITY} alone.
 */
public class ProbeService {

  /** How long a code holds. */
  public static final Duration CODE_LIFE = Duration.ofMinutes(15);

  private static final Reason CHANGE = new Reason("watch");

  /**
   * A code, which nobody can read again.
   *
   * @param command to be run on the agent's machine
   */
  public record NewCode(Zone zone, String command, Instant expires) {
    @Override
    public String toString() {
      return "NewCode[zone=%s]".formatted(zone);
    }
  }

  private final AgentRepository agents;
  private final CodeRepository codes;
  private final Places places;
  private final HomeKey home;
  private final String address;
  private final LedgerQueries ledger;
  private final Writes writes;
  private final Rights rights;
  private final CurrentMember current;
  private final InstantSource clock;

  /**
   * @param address at which agents reach this installation, such as {@code
   *     https://crm.example:8443}
   */
  ProbeService(
      AgentRepository agents,
      CodeRepository codes,
      Places places,
      HomeKey home,
      String address,
      LedgerQueries ledger,
      Writes writes,
      Rights rights,
      CurrentMember current,
      InstantSource clock) {
    this.agents = agents;
    this.codes = codes;
    this.places = places;
    this.home = home;
    this.address = address;
    this.ledger = ledger;
    this.writes = writes;
    this.rights = rights;
    this.current = current;
    this.clock = clock;
  }

  /** Those that were not revoked, by zone. */
  public List<Agent> agents() {
    rights.require(Right.SEE_OPERATIONS);
    return agents.current();
  }

  /** Zones in which one was admitted that delivers, or will again once it is heard. */
  public List<Zone> zones() {
    return agents().stream()
        .filter(agent -> agent.state() == AgentState.ACTIVE)
        .map(Agent::zone)
        .sorted()
        .toList();
  }

  /** What places beside the usual ones are called. */
  public Map<Zone, String> places() {
    rights.require(Right.SEE_OPERATIONS);
    return places.names();
  }

  /**
   * Makes a place beside the usual ones.
   *
   * @return whether it was made; one with that code that somebody else made meanwhile stays as it
   *     is
   */
  public boolean keep(Place place) {
    rights.require(Right.MANAGE_SECURITY);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    UUID by = current.id();
    return writes.inTransaction(
        CHANGE,
        _ -> {
          boolean made = places.keep(place, now, by);
          if (made) {
            ledger.append(
                "watch.place.named", Map.of("zone", place.zone().code(), "name", place.name()));
          }
          return made;
        });
  }

  /**
   * Gives a place that was made here another name.
   *
   * @param before as it was shown
   * @return whether it was renamed; one that somebody else renamed meanwhile stays as it is
   * @throws IllegalArgumentException for what is no name of a place
   */
  public boolean rename(Place before, String name) {
    rights.require(Right.MANAGE_SECURITY);
    Place after = new Place(before.zone(), name);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    UUID by = current.id();
    return writes.inTransaction(
        CHANGE,
        _ -> {
          boolean renamed = places.rename(after, before.name(), now, by);
          if (renamed && !after.equals(before)) {
            ledger.append(
                "watch.place.renamed",
                Map.of("zone", after.zone().code(), "before", before.name(), "name", after.name()));
          }
          return renamed;
        });
  }

  /** Whether whoever acts may admit and revoke. */
  public boolean mayAdmit() {
    return current.role().may(Right.MANAGE_SECURITY);
  }

  /**
   * Makes a code for one agent in a zone; one that was made before for the zone holds no longer.
   *
   * @throws IllegalArgumentException for a zone that is this server, or a node of it
   */
  public NewCode makeCode(Zone zone) {
    rights.require(Right.MANAGE_SECURITY);
    if (!zone.isElsewhere()) {
      throw new IllegalArgumentException("this server measures for itself, without an agent");
    }
    if (!home.isHome()) {
      throw new IllegalStateException("agents would not know this node by its key");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant expires = now.plus(CODE_LIFE);
    AdmissionCode code = AdmissionCode.random(home.open());
    UUID by = current.id();
    writes.run(
        CHANGE,
        _ -> {
          codes.insert(Admissions.digest(code.secret()), zone, now, expires, by);
          ledger.append("watch.agent.code", Map.of("zone", zone.code()));
        });
    String command =
        "./rempart probe --zone %s --server %s --code %s".formatted(zone, address, code.text());
    return new NewCode(zone, command, expires);
  }

  /** Listens to an agent no longer; answers whether anybody did. */
  public boolean revoke(UUID agent) {
    rights.require(Right.MANAGE_SECURITY);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return writes.inTransaction(
        CHANGE,
        _ -> {
          boolean changed = agents.change(agent, AgentState.REVOKED, now);
          if (changed) {
            ledger.append("watch.agent.revoked", Map.of("id", agent.toString()));
          }
          return changed;
        });
  }
}

package eu.rempart.ops.site;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.proof.FreshProof;
import eu.rempart.common.proof.NeedsFreshProof;
import eu.rempart.common.proof.ProofPurpose;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import eu.rempart.ops.site.SiteBoard.Switch;
import eu.rempart.ops.site.SiteBoard.Switch.Step;
import eu.rempart.ops.site.SiteBoard.Switcher;
import eu.rempart.ops.site.SiteMove.Decision;
import eu.rempart.ops.site.SiteState.Obstacle;
import eu.rempart.ops.site.SiteState.Site;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * How the sites are, for administrators and engineers; and the switch to the other one, for
 * administrators. Who asked for a switch stands in the ledger.
 */
@Service
public class SiteService {

  private static final Logger log = LoggerFactory.getLogger(SiteService.class);
  private static final Reason SWITCH = new Reason("site");

  private final SiteBoard board;
  private final SiteRepository repository;
  private final Writes writes;
  private final Rights rights;
  private final CurrentMember current;
  private final FreshProof proof;

  SiteService(
      SiteBoard board,
      SiteRepository repository,
      Writes writes,
      Rights rights,
      CurrentMember current,
      FreshProof proof) {
    this.board = board;
    this.repository = repository;
    this.writes = writes;
    this.rights = rights;
    this.current = current;
    this.proof = proof;
  }

  /** Empty where the installation lives on one machine. */
  public Optional<SiteState> state() {
    rights.require(Right.SEE_OPERATIONS);
    return board.state();
  }

  /** The switch that was asked for last at this process. */
  public Optional<Switch> latest() {
    rights.require(Right.SEE_OPERATIONS);
    return board.latest();
  }

  /** Whether whoever is signed in may ask for a switch. */
  public boolean maySwitch() {
    return current.find().isPresent() && current.may(Right.MANAGE_SECURITY);
  }

  /**
   * Tells of each change, in a thread that must not wait.
   *
   * @return ends that
   */
  public Runnable onChange(Runnable news) {
    rights.require(Right.SEE_OPERATIONS);
    return board.onChange(news);
  }

  /**
   * Begins to hand the database over to the other site, and does not wait until it has it; see
   * {@link #latest}.
   *
   * @param to its name
   * @return why nothing was begun; empty if it was
   * @throws eu.rempart.common.proof.FreshProofRequiredException if the password has to be typed
   */
  @NeedsFreshProof(ProofPurpose.SITES)
  public Optional<Obstacle> switchTo(String to) {
    rights.require(Right.MANAGE_SECURITY);
    proof.require(ProofPurpose.SITES);
    Switcher switcher = board.switcher();
    SiteState state = board.state().orElse(null);
    if (state == null || switcher == null) {
      return Optional.of(Obstacle.NO_SECOND_SITE);
    }
    Optional<Obstacle> obstacle = state.obstacle();
    if (obstacle.isPresent()) {
      return obstacle;
    }
    Site leader = state.leader().orElseThrow();
    if (!state.other().orElseThrow().name().equals(to)) {
      return Optional.of(Obstacle.COPY_BEHIND); // it leads already, or is none of the two
    }
    Switch asked = new Switch(Instant.now(), leader.name(), to, Step.RUNNING, null);
    if (!board.begin(asked)) {
      return Optional.of(Obstacle.SWITCHING);
    }
    try {
      writes.run(
          SWITCH,
          _ ->
              repository.tell(Decision.Kind.SWITCH.row(), Map.of("from", leader.name(), "to", to)));
    } catch (RuntimeException e) {
      board.put(ended(asked, Step.REFUSED, e.toString()));
      throw e;
    }
    var _ = Thread.ofVirtual().name("site-switch").start(() -> hand(asked, switcher));
    return Optional.empty();
  }

  private void hand(Switch asked, Switcher switcher) {
    try {
      switcher.switchTo(asked.from(), asked.to());
      log.info("the database was switched from {} to {}", asked.from(), asked.to());
      board.put(ended(asked, Step.DONE, null));
    } catch (IOException | RuntimeException e) {
      log.warn("the database was not switched from {} to {}", asked.from(), asked.to(), e);
      board.put(ended(asked, Step.REFUSED, e.getMessage() == null ? e.toString() : e.getMessage()));
    }
  }

  private static Switch ended(Switch asked, Step step, @Nullable String reason) {
    return new Switch(asked.begun(), asked.from(), asked.to(), step, reason);
  }
}

package eu.rempart.ops.site;

import eu.rempart.ops.site.SiteMove.Cause;
import eu.rempart.ops.site.SiteState.Site.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How two sites and their witness are.
 *
 * @param self the site that this process runs at
 * @param sites in the order in which they joined; one until the second has
 * @param witness null until it joined
 * @param since when the second copy was complete, or was lost, last; null where nobody knows
 * @param moves the latest first
 */
public record SiteState(
    String self,
    List<Site> sites,
    @Nullable Witness witness,
    @Nullable Instant since,
    List<SiteMove> moves) {

  /** A move is seen within this of what it does to the copy. */
  private static final Duration OF_A_MOVE = Duration.ofSeconds(30);

  public SiteState {
    sites = List.copyOf(sites);
    moves = List.copyOf(moves);
  }

  /**
   * One of them.
   *
   * @param country ISO 3166-1
   * @param page where browsers reach it
   * @param state of its PostgreSQL, as Patroni names it; empty where it is not known
   * @param timeline null where it is not known
   * @param lagBytes that are not on this copy's disk; null where it is not known, or leads
   * @param lag that the last commit took to be on this copy's disk; null as before
   * @param holding what it has while nobody leads; null while somebody does, or where it is unknown
   */
  public record Site(
      String name,
      String country,
      String page,
      Role role,
      String state,
      @Nullable Long timeline,
      @Nullable Long lagBytes,
      @Nullable Duration lag,
      @Nullable Holding holding) {

    /** What it does now. */
    public enum Role {
      /** Takes what people write. */
      LEADS,

      /** Has everything that was acknowledged. */
      COPY,

      /** Led until nobody did. */
      LED_LAST,

      /** Receives, and may lack something. */
      BEHIND,

      /** Nobody hears of it. */
      SILENT
    }

    /** What it has of what was saved. */
    public enum Holding {
      /** All of it, since it led last. */
      LED_LAST,

      /** All of it, since it was the synchronous copy. */
      ALL,

      /** It was no synchronous copy when the one that led was lost. */
      MAYBE_LESS
    }
  }

  /** The machine that votes. */
  public record Witness(String name, String country, Task task) {

    /** What it does now. */
    public enum Task {
      /** Votes, and has its own program look, which shortens a fail-over. */
      WATCHES,

      /** Votes; its own program does not run. */
      VOTES,

      /** Nobody hears of it, or of a majority there. */
      SILENT
    }
  }

  /** Why nobody can switch now. */
  public enum Obstacle {
    /** There is one site. */
    NO_SECOND_SITE,

    /** No database leads: a switch goes on, or an outage. */
    NOBODY_LEADS,

    /** The other site does not answer. */
    COPY_SILENT,

    /** The other site may lack something. */
    COPY_BEHIND,

    /** With two machines that are left, a fault during the switch would stop everything. */
    WITNESS_SILENT,

    /** Somebody asked for a switch a moment ago. */
    SWITCHING
  }

  /** The site that leads. */
  public Optional<Site> leader() {
    return sites.stream().filter(site -> site.role() == Role.LEADS).findFirst();
  }

  /** The site that does not lead, where there are two. */
  public Optional<Site> other() {
    return sites.size() < 2
        ? Optional.empty()
        : sites.stream().filter(site -> site.role() != Role.LEADS).findFirst();
  }

  /** Whether what commits now is on two servers. */
  public boolean isSafe() {
    return leader().isPresent() && sites.stream().anyMatch(site -> site.role() == Role.COPY);
  }

  /** Whether there should be two copies, and people write to one. */
  public boolean isOneCopyLeft() {
    return sites.size() > 1 && leader().isPresent() && !isSafe();
  }

  /** Why the database can't be switched to {@link #other} now. */
  public Optional<Obstacle> obstacle() {
    if (sites.size() < 2) {
      return Optional.of(Obstacle.NO_SECOND_SITE);
    }
    if (leader().isEmpty()) {
      return Optional.of(Obstacle.NOBODY_LEADS);
    }
    if (witness == null || witness.task() == Witness.Task.SILENT) {
      return Optional.of(Obstacle.WITNESS_SILENT);
    }
    return switch (other().orElseThrow().role()) {
      case COPY -> Optional.empty();
      case SILENT -> Optional.of(Obstacle.COPY_SILENT);
      case BEHIND, LED_LAST, LEADS -> Optional.of(Obstacle.COPY_BEHIND);
    };
  }

  /** The last time that another site led, or one that may lack something. */
  public Optional<SiteMove> lastSwitch() {
    return moves.stream()
        .filter(move -> move.cause() != Cause.FIRST && move.cause() != Cause.RESTART)
        .findFirst();
  }

  /** The move by which the second copy was lost; empty where there are two, or it was no move. */
  public Optional<SiteMove> lostBy() {
    Instant lost = since;
    return !isOneCopyLeft() || lost == null
        ? Optional.empty()
        : lastSwitch()
            .filter(move -> Duration.between(move.at(), lost).abs().compareTo(OF_A_MOVE) < 0);
  }
}

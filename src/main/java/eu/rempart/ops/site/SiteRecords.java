package eu.rempart.ops.site;

import eu.rempart.ops.site.SiteMove.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the database remembers of its sites, and knows of its copies. */
interface SiteRecords {

  /**
   * How far a copy is behind.
   *
   * @param bytes that are not on its disk
   * @param time that the last commit took to be there
   */
  record Lag(long bytes, Duration time) {}

  /** By name; empty where nothing streams, or the owner of the database may not look. */
  Map<String, Lag> lags();

  /** The latest moves, the latest first. */
  List<SiteMove> moves();

  /** What people decided lately, by the ledger, the oldest first; it takes longer. */
  List<Decision> decisions();

  /** Writes a move, unless another node did. */
  void save(SiteMove move);

  /**
   * Writes that the second copy was lost or is complete, unless that is what was written last. A
   * move interrupts it: one that came after what was written last had the copy missing from then
   * on, though nobody was there to see.
   *
   * @param at of the change; not of a loss that a move tells of
   * @return since when it is so
   */
  Instant saveCopy(boolean complete, Instant at);
}

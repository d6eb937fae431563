package eu.rempart.watch.result;

import eu.rempart.watch.check.Zone;
import eu.rempart.watch.node.Node;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * How everything is.
 *
 * @param at when that was
 * @param firstDay the first of the days of which figures are told
 * @param checks by name
 * @param incidents the latest first
 * @param maintenance planned, and under way, the next first
 * @param nodes those that are there, for engineers; none for the public
 * @param places what places beside the usual ones are called
 */
public record StatusReport(
    Instant at,
    LocalDate firstDay,
    List<CheckStatus> checks,
    List<Incident> incidents,
    List<Maintenance> maintenance,
    List<Node> nodes,
    Map<Zone, String> places) {

  /** Days of which the public is told one by one. */
  public static final int DAYS = 90;

  /** Copies. */
  public StatusReport {
    checks = List.copyOf(checks);
    incidents = List.copyOf(incidents);
    maintenance = List.copyOf(maintenance);
    nodes = List.copyOf(nodes);
    places = Map.copyOf(places);
  }

  /** What says nothing of nodes, nor of places beside the usual ones. */
  public StatusReport(
      Instant at,
      LocalDate firstDay,
      List<CheckStatus> checks,
      List<Incident> incidents,
      List<Maintenance> maintenance) {
    this(at, firstDay, checks, incidents, maintenance, List.of(), Map.of());
  }
}

package eu.rempart.watch.result;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * How everything is.
 *
 * @param at when that was
 * @param firstDay the first of the days of which figures are told
 * @param checks by name
 * @param incidents the latest first
 * @param maintenance planned, and under way, the next first
 */
public record StatusReport(
    Instant at,
    LocalDate firstDay,
    List<CheckStatus> checks,
    List<Incident> incidents,
    List<Maintenance> maintenance) {

  /** Days of which the public is told one by one. */
  public static final int DAYS = 90;

  /** Copies. */
  public StatusReport {
    checks = List.copyOf(checks);
    incidents = List.copyOf(incidents);
    maintenance = List.copyOf(maintenance);
  }
}

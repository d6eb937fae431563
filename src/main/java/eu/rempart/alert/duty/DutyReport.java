package eu.rempart.alert.duty;

import eu.rempart.alert.queue.Reach;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the calendar shows.
 *
 * @param now who is on duty, as far as they may sign in
 * @param stretches from now on, the next first; empty if nothing was ever said of duty
 * @param rotations that were not called off
 * @param entries that are not over
 * @param ways by what those who are on duty now are reached, the first on duty first
 * @param people who may be on duty, by name as far as whoever looks can read it
 */
public record DutyReport(
    Instant at,
    Duty now,
    List<Stretch> stretches,
    List<Rotation> rotations,
    List<DutyEntry> entries,
    Map<UUID, List<Reach>> ways,
    Map<UUID, String> people) {}

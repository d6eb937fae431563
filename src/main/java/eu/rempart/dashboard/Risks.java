package eu.rempart.dashboard;

import eu.rempart.deal.DealId;
import java.util.List;

/**
 * Open deals that are overdue, or stand in their stage for longer than it allows.
 *
 * @param worst the largest of them
 * @param count all of them, counted up to the cap
 */
public record Risks(List<DealId> worst, int count) {}

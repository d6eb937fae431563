package eu.rempart.activity.series;

import eu.rempart.activity.ActivityId;

/**
 * Published in the transaction that lets all occurrences from one on go another way, so that what
 * hangs on the series goes with them.
 *
 * @param rest the series that they are from now on
 */
public record SeriesSplit(ActivityId series, ActivityId rest) {}

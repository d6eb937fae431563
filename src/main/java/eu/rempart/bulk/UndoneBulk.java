package eu.rempart.bulk;

/**
 * What became of the records of a bulk change that was taken back.
 *
 * @param putBack records that have their former values again, or are back from the bin
 * @param leftAlone records that somebody changed since
 */
public record UndoneBulk(int putBack, int leftAlone) {}

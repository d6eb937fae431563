package eu.rempart.privacy;

/**
 * How often a person stands in one kind of record.
 *
 * @param kind name of the table
 * @param live rows of today
 * @param bin rows in the bin
 * @param history former versions
 */
public record Occurrence(String kind, int live, int bin, int history) {}

package eu.rempart.ops.backup.engine;

/**
 * A backup that was made.
 *
 * @param label by which its technology knows it
 * @param size in bytes, of what was backed up
 * @param stored in bytes, of what it added at the destination
 * @param left how many files this account may not read, and were left out
 */
public record Made(String label, long size, long stored, int left) {}

package eu.rempart.duplicate.ui;

import java.util.Set;
import java.util.UUID;

/**
 * What somebody wants two records to become.
 *
 * @param taken columns whose value comes from the record that goes
 */
record MergeChoice(UUID stays, UUID goes, Set<String> taken) {}

package eu.rempart.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A record as it was at an instant.
 *
 * @param currentVersion version of the record now; 0 where it is archived
 * @param parts fields of what belongs to this record alone, by the kind of that
 * @param links names of the records it was linked with, with their kind
 */
public record RecordAt(
    Instant at,
    int version,
    int currentVersion,
    List<FieldValue> fields,
    Map<String, List<FieldValue>> parts,
    List<Linked> links) {}

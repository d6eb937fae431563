package eu.rempart.draft;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a draft is of; a member has at most one of each.
 *
 * @param kind name of the record's table, such as {@code contact}
 * @param record the record that is being changed; for a new one the record on whose page it was
 *     begun, or another place; null for the list of its kind
 */
public record DraftKey(String kind, @Nullable UUID record) {}

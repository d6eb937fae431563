package eu.rempart.customfield;

import eu.rempart.common.custom.CustomKind;
import java.util.Set;
import java.util.UUID;

/** What is known of a field without a key. */
record FieldShape(UUID id, CustomKind kind, Set<String> records) {}

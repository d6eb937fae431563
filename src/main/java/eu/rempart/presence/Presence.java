package eu.rempart.presence;

import java.util.UUID;

/**
 * Somebody else who has a page of a record open.
 *
 * @param editing whether they have begun to type and did not save yet
 */
public record Presence(UUID member, boolean editing) {}

package eu.rempart.contact.photo;

import java.util.UUID;

/**
 * Which row a photo is, for its history.
 *
 * @param version the optimistic lock number
 */
public record StoredPhoto(UUID id, int version) {}

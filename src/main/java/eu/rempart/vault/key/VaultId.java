package eu.rempart.vault.key;

import java.util.UUID;

/**
 * Which vault, and which of its keys.
 *
 * @param epoch counts the organisation's keys, from 1 to 65,535
 */
public record VaultId(UUID id, int epoch) {}

package eu.rempart.vault.lock;

import eu.rempart.vault.handle.VaultHandle;

/**
 * Event: the organisation's key is in this server's memory from now on. Published on each first
 * unlock, also when somebody comes back before {@link VaultLocked} was published; what was kept
 * since then has missed the changes in between.
 *
 * @param handle opens as long as anybody on this server has the vault unlocked, without keeping it
 *     so; for the search index
 */
public record VaultUnlocked(VaultHandle handle) {}

package eu.rempart.vault.lock;

/**
 * Event: nobody on this server has had the vault unlocked for the linger that is configured ({@code
 * rempart.vault.linger}); at once after "lock now". What is held in clear must be dropped. The keys
 * themselves were zeroed when the last handle was locked.
 */
public record VaultLocked() {}

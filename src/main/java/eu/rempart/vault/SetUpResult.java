package eu.rempart.vault;

/** The first administrator's open handle, and the kit that is shown this once. */
public record SetUpResult(VaultHandle handle, RecoveryKit kit) {}

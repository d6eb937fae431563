package eu.rempart.vault;

import java.util.UUID;

/** Event: this handle opens nothing any more; the sign-in that holds it is to end too. */
public record VaultSessionEnded(VaultHandle handle, UUID memberId, LockReason reason) {}

package eu.rempart.vault.lock;

import eu.rempart.vault.handle.VaultHandle;
import java.util.UUID;

/** Event: this handle opens nothing any more; the sign-in that holds it is to end too. */
public record VaultSessionEnded(VaultHandle handle, UUID memberId, LockReason reason) {}

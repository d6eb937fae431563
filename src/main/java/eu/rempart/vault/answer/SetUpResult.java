package eu.rempart.vault.answer;

import eu.rempart.vault.RecoveryKit;
import eu.rempart.vault.handle.VaultHandle;

/** The first administrator's open handle, and the kit that is shown this once. */
public record SetUpResult(VaultHandle handle, RecoveryKit kit) {}

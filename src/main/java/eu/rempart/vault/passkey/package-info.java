/** Passkeys as the vault sees them: their rows, and how one opens the organisation's key. */
@NullMarked
package eu.rempart.vault.passkey;

import org.jspecify.annotations.NullMarked;

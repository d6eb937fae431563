package eu.rempart.account.setup;

import eu.rempart.account.SignedInMember;
import eu.rempart.vault.RecoveryKit;

/**
 * The first administrator, ready to be signed in, and the kit that is shown this once.
 *
 * @param member whose handle is open
 * @param kit to be shown, confirmed and forgotten
 */
public record FirstAdministrator(SignedInMember member, RecoveryKit kit) {}

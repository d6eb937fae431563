/** Passkeys of members and engineers: enrolled on their page, asked for at the door. */
@NullMarked
package eu.rempart.account.passkey;

import org.jspecify.annotations.NullMarked;

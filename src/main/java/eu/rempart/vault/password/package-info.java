/** What a new password must be, and how one is turned into keys, a few at a time. */
@NullMarked
package eu.rempart.vault.password;

import org.jspecify.annotations.NullMarked;

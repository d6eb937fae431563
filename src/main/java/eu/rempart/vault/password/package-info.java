/** What a new password must be. */
@NullMarked
package eu.rempart.vault.password;

import org.jspecify.annotations.NullMarked;

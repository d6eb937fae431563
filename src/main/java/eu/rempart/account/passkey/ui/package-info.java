/** One's own passkeys on the page of the account. */
@NullMarked
package eu.rempart.account.passkey.ui;

import org.jspecify.annotations.NullMarked;

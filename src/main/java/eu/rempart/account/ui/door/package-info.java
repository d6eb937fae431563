/**
 * The pages before sign-in: the way in with a password, an invitation or the recovery kit, and the
 * set-up.
 */
@NullMarked
package eu.rempart.account.ui.door;

import org.jspecify.annotations.NullMarked;

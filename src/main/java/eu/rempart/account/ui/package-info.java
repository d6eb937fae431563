/**
 * Screens of the room account: the doors before sign-in, then members, profile, security and, for
 * engineers, operations.
 */
@NullMarked
package eu.rempart.account.ui;

import org.jspecify.annotations.NullMarked;

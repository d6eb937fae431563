/**
 * Members and what they may do: sign-in, sessions, roles and rights, invitations, set-up and
 * recovery. Keys live in the vault; this room decides who asks it.
 */
@NullMarked
package eu.rempart.account;

import org.jspecify.annotations.NullMarked;

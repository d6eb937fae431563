/**
 * The vault: who holds the organisation's key, how a password opens it, how it leaves memory, and
 * how fields are sealed with it. Knows no business room.
 */
@NullMarked
package eu.rempart.vault;

import org.jspecify.annotations.NullMarked;

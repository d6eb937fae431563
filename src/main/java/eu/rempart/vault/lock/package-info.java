/**
 * How the vault says that it opened or closed: the events, the reasons, and what is thrown where
 * something is asked of a closed one.
 */
@NullMarked
package eu.rempart.vault.lock;

import org.jspecify.annotations.NullMarked;

/**
 * Keys in memory and how their rows are written: the organisation's, those of members, the pepper,
 * and what this server has seen of them. For the vault alone.
 */
@NullMarked
package eu.rempart.vault.key;

import org.jspecify.annotations.NullMarked;

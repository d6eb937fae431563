/**
 * What those who join have while they wait for the organisation's key: a place in this process's
 * memory, and six words that show whether both sides mean the same key.
 */
@NullMarked
package eu.rempart.vault.joining;

import org.jspecify.annotations.NullMarked;

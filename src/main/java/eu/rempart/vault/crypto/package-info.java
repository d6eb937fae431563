/**
 * The vault's building blocks: published algorithms with fixed parameters, and nothing that knows a
 * member or a table. Used by {@code eu.rempart.vault} alone.
 */
@NullMarked
package eu.rempart.vault.crypto;

import org.jspecify.annotations.NullMarked;

/** Sealed types, and a sealing for tests that needs no vault. */
@NullMarked
package eu.rempart.db.sealed;

import org.jspecify.annotations.NullMarked;

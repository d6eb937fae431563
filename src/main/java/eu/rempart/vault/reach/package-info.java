/**
 * Seals where engineers are reached, so that they are reached while everybody is signed out, and a
 * dump of the database alone tells nobody's telephone number.
 */
@NullMarked
package eu.rempart.vault.reach;

import org.jspecify.annotations.NullMarked;

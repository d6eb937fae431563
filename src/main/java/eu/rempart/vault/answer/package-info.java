/**
 * What the vault answers to those who ask it something: what came of a password, of an invitation,
 * of the set-up. Holds no key.
 */
@NullMarked
package eu.rempart.vault.answer;

import org.jspecify.annotations.NullMarked;

/**
 * Dangerous acts ask whoever is signed in to prove again who they are: what they ask for, and how
 * the question is asked. The vault answers it.
 */
@NullMarked
package eu.rempart.common.proof;

import org.jspecify.annotations.NullMarked;

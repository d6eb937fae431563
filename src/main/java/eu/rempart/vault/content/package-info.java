/**
 * Files under encryption: each under a random key of its own, in chunks, so that none is ever whole
 * in memory. The keys are sealed as columns are.
 */
@NullMarked
package eu.rempart.vault.content;

import org.jspecify.annotations.NullMarked;

/** What has to hold before a dangerous act. A room of its own for ways to prove that come later. */
@NullMarked
package eu.rempart.vault.proof;

import org.jspecify.annotations.NullMarked;

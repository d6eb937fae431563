/** Files under encryption. */
@NullMarked
package eu.rempart.vault.content;

import org.jspecify.annotations.NullMarked;

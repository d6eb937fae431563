@NullMarked
package eu.rempart.vault.crypto;

import org.jspecify.annotations.NullMarked;

@NullMarked
package eu.rempart.vault.second;

import org.jspecify.annotations.NullMarked;

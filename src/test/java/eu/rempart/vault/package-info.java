@NullMarked
package eu.rempart.vault;

import org.jspecify.annotations.NullMarked;

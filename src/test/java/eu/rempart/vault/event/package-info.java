@NullMarked
package eu.rempart.vault.event;

import org.jspecify.annotations.NullMarked;

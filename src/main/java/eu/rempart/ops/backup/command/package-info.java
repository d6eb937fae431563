/** {@code ./rempart backup} and {@code ./rempart restore}. */
@NullMarked
package eu.rempart.ops.backup.command;

import org.jspecify.annotations.NullMarked;

/** {@code ./rempart site} and {@code ./rempart witness}. */
@NullMarked
package eu.rempart.ops.site.command;

import org.jspecify.annotations.NullMarked;

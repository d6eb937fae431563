/** Runs programs of somebody else's, and says what their complaints mean. */
@NullMarked
package eu.rempart.ops.backup.program;

import org.jspecify.annotations.NullMarked;

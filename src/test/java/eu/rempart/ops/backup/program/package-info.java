/** Tests of how programs are run. */
@NullMarked
package eu.rempart.ops.backup.program;

import org.jspecify.annotations.NullMarked;

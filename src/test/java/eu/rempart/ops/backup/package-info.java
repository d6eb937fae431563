/** Tests of where backups go, when they are due and what is told of them. */
@NullMarked
package eu.rempart.ops.backup;

import org.jspecify.annotations.NullMarked;

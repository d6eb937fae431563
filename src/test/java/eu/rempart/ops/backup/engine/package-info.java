/** Tests of backups. */
@NullMarked
package eu.rempart.ops.backup.engine;

import org.jspecify.annotations.NullMarked;

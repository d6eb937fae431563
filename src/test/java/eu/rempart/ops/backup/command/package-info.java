/** Tests of the commands about backups. */
@NullMarked
package eu.rempart.ops.backup.command;

import org.jspecify.annotations.NullMarked;

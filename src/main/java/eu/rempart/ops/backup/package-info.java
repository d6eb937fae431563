/**
 * Backups: where they go, when they are due, what was made and whether it proved good. The programs
 * that make them are in the room inside.
 */
@NullMarked
package eu.rempart.ops.backup;

import org.jspecify.annotations.NullMarked;

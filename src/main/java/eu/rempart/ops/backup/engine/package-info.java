/**
 * Backups in two technologies that share no code: pgBackRest for the database and its log, restic
 * for whole servers; and the proof of either by restoring it.
 */
@NullMarked
package eu.rempart.ops.backup.engine;

import org.jspecify.annotations.NullMarked;

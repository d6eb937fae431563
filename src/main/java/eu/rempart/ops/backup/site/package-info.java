/** The database of one of two sites, and who leads, for backups. */
@NullMarked
package eu.rempart.ops.backup.site;

import org.jspecify.annotations.NullMarked;

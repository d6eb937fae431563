/**
 * The PostgreSQL server below the application, as its own programs reach it: for backups, which
 * copy files that nobody here opens.
 */
@NullMarked
package eu.rempart.db.server;

import org.jspecify.annotations.NullMarked;

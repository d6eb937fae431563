/**
 * The PostgreSQL that Rempart brings along: started, ended, and told how much memory to take. Used
 * by the room's configuration alone.
 */
@NullMarked
package eu.rempart.db.embedded;

import org.jspecify.annotations.NullMarked;

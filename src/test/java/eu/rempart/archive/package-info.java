/** The services of the room archive by role, on a real PostgreSQL. */
@NullMarked
package eu.rempart.archive;

import org.jspecify.annotations.NullMarked;

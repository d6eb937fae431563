/** The services of the room history by role, on a real PostgreSQL. */
@NullMarked
package eu.rempart.history;

import org.jspecify.annotations.NullMarked;

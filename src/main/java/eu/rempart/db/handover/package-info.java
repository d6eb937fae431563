/** Gives the embedded database to programs that keep a copy elsewhere. */
@NullMarked
package eu.rempart.db.handover;

import org.jspecify.annotations.NullMarked;

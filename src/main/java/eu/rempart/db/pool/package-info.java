/** The connections that the application works with: guarded by row, certain of their commits. */
@NullMarked
package eu.rempart.db.pool;

import org.jspecify.annotations.NullMarked;

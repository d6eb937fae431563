/** Tests of the connections that the application works with. */
@NullMarked
package eu.rempart.db.pool;

import org.jspecify.annotations.NullMarked;

/** The log of the database as it lies at a destination. */
@NullMarked
package eu.rempart.ops.backup.engine.log;

import org.jspecify.annotations.NullMarked;

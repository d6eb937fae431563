/**
 * The database: an embedded PostgreSQL or an external one, its two roles, migrations at start, and
 * jOOQ set up for the application's role. {@code db.generated} comes from jooq-codegen.
 */
@NullMarked
package eu.rempart.db;

import org.jspecify.annotations.NullMarked;

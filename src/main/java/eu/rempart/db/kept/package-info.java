/**
 * Tables whose history the database keeps: what they are made of, and the queries that every one of
 * them can answer. eu.rempart.db.generated.KeptTables lists them.
 */
@NullMarked
package eu.rempart.db.kept;

import org.jspecify.annotations.NullMarked;

/**
 * The migrations and their promises, on a real PostgreSQL; and that PostgreSQL itself, which every
 * test that needs a database shares.
 */
@NullMarked
package eu.rempart.db;

import org.jspecify.annotations.NullMarked;

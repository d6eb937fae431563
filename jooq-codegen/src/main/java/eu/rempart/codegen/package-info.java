/**
 * Build-time generation: applies the migrations to a real PostgreSQL and writes the typed schema,
 * the sealing mappers and the typed history and archive queries from what it finds there.
 */
@NullMarked
package eu.rempart.codegen;

import org.jspecify.annotations.NullMarked;

/**
 * Reads mails of strangers: whatever charset, structure or size they have, something readable comes
 * of it. Knows neither records nor the database.
 */
@NullMarked
package eu.rempart.email.mime;

import org.jspecify.annotations.NullMarked;

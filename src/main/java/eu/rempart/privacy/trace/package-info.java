/**
 * Where else a person is: in whose mails, documents, activities, quotes and texts, as these are and
 * as they were.
 */
@NullMarked
package eu.rempart.privacy.trace;

import org.jspecify.annotations.NullMarked;

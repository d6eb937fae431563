/** What is kept of a person as a document that they can read. */
@NullMarked
package eu.rempart.privacy.pdf;

import org.jspecify.annotations.NullMarked;

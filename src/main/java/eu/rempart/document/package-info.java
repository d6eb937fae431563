/**
 * Documents: files with versions, in folders, linked with contacts, companies and deals. One door
 * in, {@link eu.rempart.document.DocumentService}; what is in a file lies in a package of its own
 * below, and folders too.
 */
@NullMarked
package eu.rempart.document;

import org.jspecify.annotations.NullMarked;

/**
 * Uploaded files on their way in: on disk only encrypted, under a key that lives as long as the
 * process, so that what a crash leaves behind opens to nobody.
 */
@NullMarked
package eu.rempart.vault.spool;

import org.jspecify.annotations.NullMarked;

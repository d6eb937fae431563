/** What contacts look like: one photo each, sealed, with a history (decision record 0036). */
@NullMarked
package eu.rempart.contact.photo;

import org.jspecify.annotations.NullMarked;

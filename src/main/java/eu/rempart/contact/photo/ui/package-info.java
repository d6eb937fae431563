/** Shows the photos of contacts, and takes others. */
@NullMarked
package eu.rempart.contact.photo.ui;

import org.jspecify.annotations.NullMarked;

@NullMarked
package eu.rempart.contact.photo.ui;

import org.jspecify.annotations.NullMarked;

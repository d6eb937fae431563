@NullMarked
package eu.rempart.contact.photo;

import org.jspecify.annotations.NullMarked;

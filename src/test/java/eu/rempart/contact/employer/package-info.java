@NullMarked
package eu.rempart.contact.employer;

import org.jspecify.annotations.NullMarked;

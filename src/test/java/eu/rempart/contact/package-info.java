@NullMarked
package eu.rempart.contact;

import org.jspecify.annotations.NullMarked;

/** Tests of the pictures that people bring. */
@NullMarked
package eu.rempart.picture;

import org.jspecify.annotations.NullMarked;

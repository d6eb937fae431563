/** Tests of the value objects. */
@NullMarked
package eu.rempart.common;

import org.jspecify.annotations.NullMarked;

@NullMarked
package eu.rempart.kernel.place;

import org.jspecify.annotations.NullMarked;

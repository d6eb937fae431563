@NullMarked
package eu.rempart.ops.place;

import org.jspecify.annotations.NullMarked;

@NullMarked
package eu.rempart.ops.place.ui;

import org.jspecify.annotations.NullMarked;

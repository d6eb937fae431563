@NullMarked
package eu.rempart.activity.value;

import org.jspecify.annotations.NullMarked;

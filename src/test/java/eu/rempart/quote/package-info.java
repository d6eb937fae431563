@NullMarked
package eu.rempart.quote;

import org.jspecify.annotations.NullMarked;

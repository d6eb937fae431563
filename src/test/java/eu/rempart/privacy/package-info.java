@NullMarked
package eu.rempart.privacy;

import org.jspecify.annotations.NullMarked;

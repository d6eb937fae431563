@NullMarked
package eu.rempart.product;

import org.jspecify.annotations.NullMarked;

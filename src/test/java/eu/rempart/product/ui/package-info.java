@NullMarked
package eu.rempart.product.ui;

import org.jspecify.annotations.NullMarked;

/** The screens of products. */
@NullMarked
package eu.rempart.product.ui;

import org.jspecify.annotations.NullMarked;

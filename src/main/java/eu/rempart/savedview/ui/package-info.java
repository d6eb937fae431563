/** The bar of saved views above a list. */
@NullMarked
package eu.rempart.savedview.ui;

import org.jspecify.annotations.NullMarked;

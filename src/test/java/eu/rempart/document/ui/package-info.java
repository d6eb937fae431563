/** Documents without a browser. */
@NullMarked
package eu.rempart.document.ui;

import org.jspecify.annotations.NullMarked;

/** Documents without a browser. */
@NullMarked
package eu.rempart.document.ui.list;

import org.jspecify.annotations.NullMarked;

@NullMarked
package eu.rempart.quote.ui;

import org.jspecify.annotations.NullMarked;

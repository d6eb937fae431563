@NullMarked
package eu.rempart.quote.pdf;

import org.jspecify.annotations.NullMarked;
